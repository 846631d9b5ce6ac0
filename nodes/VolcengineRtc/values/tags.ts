import { splitAtCommas } from './commaList';
import type { Reading } from './reading';
import { dateText } from './date';
import { trimInvisible } from './invisible';
import { readLooseJson } from './looseJson';
import { readPostgresArray } from './postgresArray';
import { quote } from './quote';
import { isTooLarge, maxMembers, maxTextBytes, tooLarge } from './size';
import { halfCharacter } from './text';
import { toText } from './toText';

type List = { list: readonly unknown[] } | { problem: string };

/**
 * Reads tags: a list of text, a JSON list, a Postgres array, or text with commas between the tags. Empty ones are left
 * out.
 */
export function readTags(value: unknown): Reading {
  const list = Array.isArray(value) ? { list: value as unknown[] } : listOf(value);
  return 'problem' in list ? list : readList(list.list);
}

/** Reads tags of which neither the order nor the number counts: the same ones become the same text. */
export function readTagSet(value: unknown): Reading {
  const reading = readTags(value);
  return reading !== undefined && 'json' in reading ? { json: sorted(reading.json) } : reading;
}

/** Whether two JSON lists hold the same tags, in any order. */
export function areSameTags(json: string, other: string): boolean {
  return json === other || sorted(json) === sorted(other);
}

function sorted(json: string): string {
  return JSON.stringify([...new Set(JSON.parse(json) as string[])].sort());
}

function listOf(value: unknown): List {
  const text = toText(value);
  if (typeof text !== 'string') return isObject(value) ? noList(value) : text;
  if (isTooLarge(text)) return tooLarge(text.length);
  return listOfText(trimInvisible(text));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && dateText(value) === undefined;
}

function listOfText(text: string): List {
  if (text.startsWith('[')) {
    const json = readLooseJson(text);
    if ('problem' in json) return json;
    return { list: json.value as unknown[] };
  }
  if (!text.startsWith('{')) return { list: splitAtCommas(text) };
  const list = readPostgresArray(text);
  return list === undefined ? noList(text) : { list };
}

function noList(value: unknown): { problem: string } {
  return {
    problem: `${quote(value)} is not a list of tags: pass a list of text, a JSON list, or text such as "vip, beta"`,
  };
}

function readList(list: readonly unknown[]): Reading {
  if (list.length > maxMembers) {
    return { problem: `it has ${list.length} tags, and ${maxMembers} are allowed: leave some out` };
  }
  const tags: string[] = [];
  let characters = 0;
  for (const member of list) {
    const tag = readTag(member);
    if (typeof tag !== 'string') return tag;
    characters += tag.length;
    if (characters > maxTextBytes) return tooLarge(characters);
    if (tag !== '') tags.push(tag);
  }
  return tags.length === 0 ? undefined : { json: JSON.stringify(tags) };
}

/** A tag without white space around it; empty where none is given. */
function readTag(member: unknown): string | { problem: string } {
  if (member === null || member === undefined) return '';
  const text = toText(member);
  if (typeof text !== 'string') {
    return {
      problem: typeof member === 'object' ? `the tag ${text.problem}` : `in one tag, ${text.problem}`,
    };
  }
  if (text.length > maxTextBytes) return tooLarge(text.length);
  const tag = trimInvisible(text);
  if (tag.isWellFormed()) return tag;
  return halfCharacter(tag);
}
