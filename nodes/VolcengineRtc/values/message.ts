import { isGiven } from './isGiven';
import { trimInvisible } from './invisible';
import { readLooseJson } from './looseJson';
import { quote } from './quote';
import type { Reading } from './reading';
import { isTooLarge, tooLarge } from './size';
import { jsonText } from './text';
import { toText } from './toText';

/**
 * Reads the text of a message, into the JSON text that clients read: `{"text":"Hi"}`.
 *
 * @see https://www.volcengine.com/docs/6348/372181
 */
export function readMessageText(value: unknown): Reading {
  if (!isGiven(value)) return undefined;
  const text = toText(value);
  if (typeof text !== 'string') return text;
  if (isTooLarge(text)) return tooLarge(text.length);
  const member = jsonText(text);
  return 'problem' in member ? member : { json: JSON.stringify(`{"text":${member.json}}`) };
}

/** Reads the content of a message: JSON text of any form, which goes out as it is written, or a value. */
export function readMessageContent(value: unknown): Reading {
  if (!isGiven(value)) return undefined;
  if (typeof value !== 'string') return contentOf(JSON.stringify(value) as string | undefined, value);
  if (isTooLarge(value)) return tooLarge(value.length);
  const text = trimInvisible(value);
  const json = readLooseJson(text);
  return 'problem' in json ? json : contentOf(text, value);
}

function contentOf(text: string | undefined, value: unknown): Reading {
  if (text === undefined) return { problem: `${quote(value)} is not JSON` };
  return isTooLarge(text) ? tooLarge(text.length) : jsonText(text);
}
