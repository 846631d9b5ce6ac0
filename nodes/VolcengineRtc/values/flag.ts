import type { Reading } from './reading';
import { withPlainDigits } from './digits';
import { invisibleIn, trimInvisible, withoutInvisible } from './invisible';
import { quote } from './quote';
import { toText } from './toText';

const yes = new Set(['true', 'yes', 'y', 't', '1', 'on', '是']);
const no = new Set(['false', 'no', 'n', 'f', '0', 'off', '否']);

/** No word for a boolean is longer, whatever blanks there are around it. */
const longestText = 100;

/** Reads a boolean, or one of the usual words for one: `t` and `f` are those of Postgres in CSV, `1.0` that of pandas. */
export function readFlag(value: unknown): Reading {
  if (typeof value === 'boolean') return { json: String(value) };
  const text = toText(value);
  if (typeof text !== 'string' || text.length > longestText) return notFlag(value);
  const word = trimInvisible(text);
  const flag = flagOf(word);
  if (flag !== undefined) return { json: String(flag) };
  return flagOf(withoutInvisible(word)) === undefined ? notFlag(value) : notFlag(value, invisibleIn(word));
}

function flagOf(text: string): boolean | undefined {
  const word = withPlainDigits(text)
    .toLowerCase()
    .replace(/^([01])\.0+$/, '$1');
  return yes.has(word) ? true : no.has(word) ? false : undefined;
}

function notFlag(value: unknown, reason?: string): Reading {
  const problem = `${quote(value)} is neither true nor false (yes, no, 1 and 0 are understood as well)`;
  return { problem: reason === undefined ? problem : `${problem}: ${reason}` };
}
