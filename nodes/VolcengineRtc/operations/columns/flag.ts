import type { Reading } from './column';
import { withPlainDigits } from './digits';
import { invisibleIn, trimInvisible } from './invisible';
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
  const word = withPlainDigits(trimInvisible(text))
    .toLowerCase()
    .replace(/^([01])\.0+$/, '$1');
  if (yes.has(word)) return { json: 'true' };
  return no.has(word) ? { json: 'false' } : notFlag(value);
}

function notFlag(value: unknown): Reading {
  const problem = `${quote(value)} is neither true nor false (yes, no, 1 and 0 are understood as well)`;
  const invisible =
    typeof value === 'string' && value.length <= longestText && invisibleIn(trimInvisible(value));
  return { problem: invisible ? `${problem}: ${invisible}` : problem };
}
