import type { Reading } from './reading';
import { withPlainDigits } from './digits';
import { invisibleIn, trimInvisible, withoutInvisible } from './invisible';
import { quote } from './quote';
import { lostDigits } from './toText';

const largestLong = 9_223_372_036_854_775_807n;
const mostDigits = String(largestLong).length;

/** No id is written so long, whatever zeros and blanks there are around it. */
const longestText = 1000;

/** What most ids look like; nothing has to be looked for in them. */
const plainDigits = /^[1-9]\d{0,17}$/;

/** With zeros behind the point, as pandas writes a column of integers in which one is missing. */
const integer = /^(\d+)(\.0+)?$/;

/** As a spreadsheet shows a long number. */
const shortened = /^\d+(?:[.,]\d+)?e[+-]?\d+$/i;

/**
 * Reads an id: an integer from 0 to 9223372036854775807, as text of digits or as a number that is exact.
 *
 * It becomes a bare integer with every digit kept.
 */
export function readInteger(value: unknown): Reading {
  switch (typeof value) {
    case 'number':
      return readNumber(value);
    case 'string':
      return plainDigits.test(value) ? { json: value } : readText(value);
    case 'bigint':
      return value < 0n ? notInteger(value) : value > largestLong ? tooLarge(value) : { json: String(value) };
    default:
      return notInteger(value);
  }
}

function readNumber(value: number): Reading {
  if (Number.isSafeInteger(value) && value >= 0) return { json: String(Math.abs(value)) };
  if (Number.isInteger(value) && value > 0) return { problem: lostDigits(value, 'the ID') };
  return { problem: `${value} is not an integer from 0 to ${largestLong}` };
}

function readText(given: string): Reading {
  if (given.length > longestText) return notInteger(given);
  const text = withPlainDigits(trimInvisible(given));
  const [, digits, zeros] = integer.exec(text) ?? [];
  if (digits === undefined) return shortened.test(text) ? wasShortened(given) : notInteger(given);
  const json = digits.replace(/^0+(?=\d)/, '');
  if (json.length > mostDigits || BigInt(json) > largestLong) return tooLarge(given);
  const isExact = zeros === undefined || Number.isSafeInteger(Number(json));
  return isExact ? { json } : wasShortened(given);
}

function notInteger(value: unknown): Reading {
  const problem = `${quote(value)} is not an integer from 0 to ${largestLong}, written in digits`;
  const isOtherwise =
    typeof value === 'string' && value.length <= longestText && /^\d+$/.test(withoutInvisible(value));
  return { problem: isOtherwise ? `${problem}: ${invisibleIn(trimInvisible(value))}` : problem };
}

function tooLarge(value: unknown): Reading {
  return { problem: `${quote(value)} is larger than ${largestLong}, the largest ID there is` };
}

function wasShortened(value: string): Reading {
  return {
    problem: `${quote(value)} has lost digits: a spreadsheet has shortened it. Format the column as text there, and enter the ID again`,
  };
}
