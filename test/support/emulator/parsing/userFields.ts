import type { RequestReadings } from '../readings/requestReadings';
import { booleanRule, isIntegerWithin, textMapRule, textRule, type Rule } from './fields';
import { integerDigits, isObject } from './jsonBody';
import { idDigits } from './named';

const maxUserId = 9223372036854775807n;

/** A bare integer of at most 8 bytes, never negative. Source: https://www.volcengine.com/docs/6348/914736 */
export function userIdRule({ idsAsText, userIdZero }: RequestReadings): Rule {
  const digitsOf = idsAsText === 'accepted' ? idDigits : integerDigits;
  const min = userIdZero === 'accepted' ? 0 : 1;
  return (value) =>
    isIntegerWithin(digitsOf(value), min, maxUserId)
      ? undefined
      : `must be an integer from ${min} to ${maxUserId}`;
}

/** A list of text; neither its length nor that of a tag has a published limit. */
export function tagsRule({ emptyTags, tagLimits }: RequestReadings): Rule {
  const { count = Infinity, characters = Infinity } = tagLimits;
  return (value) => {
    if (!Array.isArray(value) || !value.every((tag) => typeof tag === 'string')) {
      return 'must be an array of strings';
    }
    if (value.length === 0 && emptyTags === 'refused') return 'must have at least one entry';
    if (value.length > count) return `must have at most ${count} entries`;
    const isLong = (tag: string) => [...tag].length > characters;
    return value.some(isLong) ? `must have no entry longer than ${characters} characters` : undefined;
  };
}

/**
 * The fields of a profile. RegisterUsers limits the texts; BatchUpdateUser names no limits, but stores the same.
 * Source: https://www.volcengine.com/docs/6348/1125993 and https://www.volcengine.com/docs/6348/1187901
 */
export function profileRules(readings: RequestReadings): Record<string, Rule> {
  const textUpTo = (max: number) =>
    textRule(readings.longTexts === 'refused' ? max : Infinity, readings.lengthsIn);
  return {
    NickName: textUpTo(100),
    Portrait: textUpTo(500),
    Tags: tagsRule(readings),
    Ext: readings.extLimits === 'checked' ? extRule : textMapRule,
    IsRobot: booleanRule,
  };
}

/**
 * A map of text to text. The limits are those of the official Go SDK's comments: 20 entries, keys of 50 bytes
 * without the reserved prefix `s:`, values of 500 bytes.
 */
const extRule: Rule = (value) => {
  if (!isObject(value)) return textMapRule(value);
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
