import { integerDigits, isObject } from './jsonBody';

/** Says what a value should have been, or undefined when it is fine. */
export type Rule = (value: unknown) => string | undefined;

/** A bare integer within bounds, given as bigints where they are beyond 2^53. */
export function integerRule(min: number | bigint, max: number | bigint): Rule {
  return (value) =>
    isIntegerWithin(integerDigits(value), min, max) ? undefined : `must be an integer from ${min} to ${max}`;
}

/** Whether digits stand for an integer within bounds. */
export function isIntegerWithin(digits: string | undefined, min: number | bigint, max: number | bigint) {
  if (digits === undefined || digits.length > 19) return false;
  const value = BigInt(digits);
  return value >= min && value <= max;
}

/** A signed 32-bit integer, never negative, as in the Go SDK's model. */
export const appIdRule = integerRule(0, 2147483647);

/** Text of a limited number of characters (code points) or of UTF-8 bytes. */
export function textRule(max: number, unit: 'characters' | 'bytes' = 'characters'): Rule {
  return (value) =>
    typeof value === 'string' && lengthOf(value, unit) <= max
      ? undefined
      : `must be a string of at most ${max} ${unit}`;
}

export const booleanRule: Rule = (value) => (typeof value === 'boolean' ? undefined : 'must be a boolean');

/** Text with something in it. */
export const nonEmptyTextRule: Rule = (value) =>
  typeof value === 'string' && value !== '' ? undefined : 'must be a string that is not empty';

/** A map of text to text. */
export const textMapRule: Rule = (value) => {
  if (!isObject(value)) return 'must be a map of string to string';
  const wrong = Object.entries(value).find(([, text]) => typeof text !== 'string');
  return wrong === undefined ? undefined : `must have a string under ${wrong[0]}`;
};

/** A list within bounds; what is in it is checked by the caller. */
export function listRule(min: number, max: number): Rule {
  return (value) =>
    Array.isArray(value) && value.length >= min && value.length <= max
      ? undefined
      : `must be an array of ${min} to ${max} entries`;
}

/** The value may be null besides. */
export function orNull(rule: Rule): Rule {
  return (value) => (value === null ? undefined : rule(value));
}

/**
 * Checks an object against its fields: required ones present, known ones right, no others.
 * @param where what the message starts with, such as `Users[3].`
 * @returns the first problem, or undefined.
 */
export function fieldProblem(
  value: unknown,
  rules: Readonly<Record<string, Rule>>,
  required: readonly string[],
  where = '',
): string | undefined {
  if (!isObject(value)) return `${where.replace(/\.$/, '') || 'the body'} must be an object`;
  const missing = required.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return `${where}${missing} is required`;
  for (const [name, inner] of Object.entries(value)) {
    if (!Object.hasOwn(rules, name)) return `${where}${name} is not a known field`;
    const problem = rules[name]!(inner);
    if (problem !== undefined) return `${where}${name} ${problem}`;
  }
  return undefined;
}

function lengthOf(text: string, unit: 'characters' | 'bytes'): number {
  return unit === 'bytes' ? Buffer.byteLength(text) : [...text].length;
}
