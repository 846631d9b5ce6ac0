import { quote, type Reading } from './column';
import { toText } from './text';

const yes = new Set(['true', 'yes', 'y', '1', 'on', '是']);
const no = new Set(['false', 'no', 'n', '0', 'off', '否']);

/** Reads a boolean, or one of the usual words for one. */
export function readFlag(value: unknown): Reading {
  const word = toText(value)?.trim().toLowerCase();
  if (word !== undefined && yes.has(word)) return { json: 'true' };
  if (word !== undefined && no.has(word)) return { json: 'false' };
  return { problem: `${quote(value)} is neither true nor false (yes, no, 1 and 0 are understood as well)` };
}
