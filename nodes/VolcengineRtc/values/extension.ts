import type { Reading } from './reading';
import { dateText } from './date';
import { trimInvisible } from './invisible';
import { readLooseJson } from './looseJson';
import { quote } from './quote';
import { isTooLarge, maxMembers, maxTextBytes, tooLarge } from './size';
import { halfCharacter } from './text';
import { toText } from './toText';

const advice = 'pass an object, or JSON text such as {"level":"7"}';

/**
 * Reads an extension: an object of text, or the JSON text of one. Numbers and booleans become text.
 *
 * An empty list is not given either: PHP writes an empty map so.
 */
export function readExtension(value: unknown): Reading {
  if (typeof value !== 'string') return readObject(value, value);
  if (isTooLarge(value)) return tooLarge(value.length);
  const text = trimInvisible(value);
  if (text === '') return undefined;
  const json = readLooseJson(text);
  return 'problem' in json ? { problem: `${json.problem}: ${advice}` } : readObject(json.value, value);
}

/** Whether two JSON texts of extensions have the same members, in any order. */
export function isSameExtension(json: string, other: string): boolean {
  return json === other || sorted(json) === sorted(other);
}

function sorted(json: string): string {
  return JSON.stringify(Object.entries(JSON.parse(json) as object).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readObject(value: unknown, given: unknown): Reading {
  if (Array.isArray(value) && value.length === 0) return undefined;
  if (!isPlainObject(value)) return { problem: `${quote(given)} is not an object: ${advice}` };
  const names = Object.keys(value);
  if (names.length > maxMembers) {
    return { problem: `it has ${names.length} members, and ${maxMembers} are allowed: leave some out` };
  }
  // Without a prototype, so that a member may have any name, `__proto__` among them.
  const members = Object.create(null) as Record<string, string>;
  let characters = 0;
  for (const name of names) {
    const text = memberText(name, value[name]);
    if (text === undefined) continue;
    if (typeof text !== 'string') return text;
    characters += name.length + text.length;
    if (characters > maxTextBytes) return tooLarge(characters);
    if (!name.isWellFormed()) return halfCharacter(name);
    if (!text.isWellFormed()) return halfCharacter(text);
    members[name] = text;
  }
  const json = JSON.stringify(members);
  return json === '{}' ? undefined : { json };
}

/** Also an object of a class, or of another context, as sandboxed code makes them. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]' && dateText(value) === undefined;
}

/** A value as text; undefined where it is not set. */
function memberText(name: string, value: unknown): ReturnType<typeof toText> | undefined {
  if (value === null || value === undefined) return undefined;
  const text = toText(value);
  if (typeof text === 'string') return text;
  const isNested = typeof value === 'object' && dateText(value) === undefined;
  return isNested
    ? { problem: `its member ${quote(name)} is nested: only text, numbers, booleans and dates can be stored` }
    : { problem: `its member ${quote(name)}: ${text.problem}` };
}
