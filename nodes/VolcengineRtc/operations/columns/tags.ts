import { parseJson } from '../../transport/parseJson';
import { quote, type Reading } from './column';
import { jsonText, toText } from './text';

/** Reads tags: a list of text, a JSON list, or text with commas between the tags. Empty ones are left out. */
export function readTags(value: unknown): Reading {
  const list = toList(value);
  if (list === undefined) {
    return {
      problem: `${quote(value)} is no list of tags: pass a list of text, a JSON list, or text such as "vip, beta"`,
    };
  }
  const tags: string[] = [];
  for (const member of list) {
    const text = member === null || member === undefined ? '' : toText(member)?.trim();
    if (text === undefined) return { problem: `the tag ${quote(member)} is not text` };
    const reading = jsonText(text);
    if (reading !== undefined && 'problem' in reading) return reading;
    if (text !== '') tags.push(text);
  }
  return tags.length === 0 ? undefined : { json: JSON.stringify(tags) };
}

function toList(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  const text = toText(value)?.trim();
  if (text === undefined) return undefined;
  return text.startsWith('[') ? parseList(text) : text.split(',');
}

function parseList(text: string): unknown[] | undefined {
  try {
    const list = parseJson(text);
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}
