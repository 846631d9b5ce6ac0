import { quote, type Reading } from './column';

const largestLong = 9_223_372_036_854_775_807n;

/**
 * Reads an id: an integer from 0 to 9223372036854775807, as text of digits or as a number that is exact.
 *
 * It becomes a bare integer with every digit kept.
 */
export function readInteger(value: unknown): Reading {
  if (typeof value === 'number') return readNumber(value);
  const text = typeof value === 'string' || typeof value === 'bigint' ? String(value).trim() : undefined;
  if (text === undefined || !/^\d+$/.test(text)) {
    return { problem: `${quote(value)} is not an integer from 0 to ${largestLong}, written in digits` };
  }
  const digits = text.replace(/^0+(?=\d)/, '');
  if (digits.length > 19 || BigInt(digits) > largestLong) {
    return { problem: `${quote(value)} is larger than ${largestLong}, the largest id there is` };
  }
  return { json: digits };
}

function readNumber(value: number): Reading {
  if (Number.isSafeInteger(value) && value >= 0) return { json: String(Math.abs(value)) };
  if (Number.isInteger(value) && value > 0) {
    return {
      problem: `the number ${value} is too large to be exact and has lost digits already: pass the id as text, all the way from its source`,
    };
  }
  return { problem: `${value} is not an integer from 0 to ${largestLong}` };
}
