import { integerDigits, isObject } from './jsonBody';

/** Says what a value should have been, or undefined when it is fine. */
export type Rule = (value: unknown) => string | undefined;

const maxUserId = 9223372036854775807n;
const maxAppId = 2147483647n;

/** A signed 32-bit integer, never negative, as in the Go SDK's model. */
export const appIdRule: Rule = (value) =>
  isIntegerUpTo(value, maxAppId) ? undefined : `must be an integer from 0 to ${maxAppId}`;

/** A bare integer of at most 8 bytes, never negative. Source: https://www.volcengine.com/docs/6348/914736 */
export const userIdRule: Rule = (value) =>
  isIntegerUpTo(value, maxUserId) ? undefined : `must be an integer from 0 to ${maxUserId}`;

/** Text of a limited number of characters (code points). */
export function textRule(maxCharacters: number): Rule {
  return (value) =>
    typeof value === 'string' && [...value].length <= maxCharacters
      ? undefined
      : `must be a string of at most ${maxCharacters} characters`;
}

export const booleanRule: Rule = (value) => (typeof value === 'boolean' ? undefined : 'must be a boolean');

export const tagsRule: Rule = (value) =>
  Array.isArray(value) && value.every((tag) => typeof tag === 'string')
    ? undefined
    : 'must be an array of strings';

/**
 * A map of text to text. The limits are those of the official Go SDK's comments: 20 entries, keys of 50 bytes
 * without the reserved prefix `s:`, values of 500 bytes.
 */
export const extRule: Rule = (value) => {
  if (!isObject(value)) return 'must be a map of string to string';
  const entries = Object.entries(value);
  if (entries.length > 20) return 'must have at most 20 entries';
  for (const [key, text] of entries) {
    if (key.startsWith('s:')) return `has the key ${key}, whose prefix s: is reserved`;
    if (Buffer.byteLength(key) > 50) return `has the key ${key}, which is longer than 50 bytes`;
    if (typeof text !== 'string') return `must have a string under ${key}`;
    if (Buffer.byteLength(text) > 500) return `has a value longer than 500 bytes under ${key}`;
  }
  return undefined;
};

/** A list within bounds; what is in it is checked by the caller. */
export function listRule(min: number, max: number): Rule {
  return (value) =>
    Array.isArray(value) && value.length >= min && value.length <= max
      ? undefined
      : `must be an array of ${min} to ${max} entries`;
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

function isIntegerUpTo(value: unknown, max: bigint): boolean {
  const digits = integerDigits(value);
  return digits !== undefined && digits.length <= 19 && BigInt(digits) <= max;
}
