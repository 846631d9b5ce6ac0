import { dateText } from './date';
import { quote } from './quote';

/**
 * A value as text: text as it is, numbers and booleans as they are written, dates in ISO 8601.
 *
 * Numbers that are not exact are refused: another number would be stored than the one that was meant.
 */
export function toText(value: unknown): string | { problem: string } {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return numberText(value);
    case 'boolean':
      return String(value);
    case 'bigint':
      return BigInt.asIntN(64, value) === value ? String(value) : notText(value);
    default:
      return objectText(value);
  }
}

/** What to say of a number that was too large for its type. */
export function lostDigits(number: number, what = 'it'): string {
  return `the number ${number} is too large to be exact and has lost digits already: pass ${what} as text, all the way from its source`;
}

function numberText(number: number): string | { problem: string } {
  if (!Number.isFinite(number)) return { problem: `${number} is not a number that can be stored` };
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) return { problem: lostDigits(number) };
  return String(number);
}

function objectText(value: unknown): string | { problem: string } {
  const date = dateText(value);
  if (date === undefined) return notText(value);
  return 'text' in date ? date.text : date;
}

function notText(value: unknown): { problem: string } {
  return { problem: `${quote(value)} is not text` };
}
