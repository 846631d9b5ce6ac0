import { parseJson } from '../../transport/parseJson';
import { quote, type Reading } from './column';
import { jsonText, toText } from './text';

/** Reads an extension: an object of text, or the JSON text of one. Numbers and booleans become text. */
export function readExtension(value: unknown): Reading {
  const object = typeof value === 'string' ? parseObject(value) : value;
  if (!isPlainObject(object)) {
    return { problem: `${quote(value)} is no object: pass one, or JSON text such as {"level":"7"}` };
  }
  const members: string[] = [];
  for (const [key, member] of Object.entries(object)) {
    if (member === null || member === undefined) continue;
    const text = toText(member);
    if (text === undefined) {
      return { problem: `its member ${quote(key)} is nested: only text, numbers and booleans can be stored` };
    }
    const readings = [jsonText(key), jsonText(text)];
    const broken = readings.find((reading) => reading !== undefined && 'problem' in reading);
    if (broken !== undefined) return broken;
    members.push(`${JSON.stringify(key)}:${JSON.stringify(text)}`);
  }
  return members.length === 0 ? undefined : { json: `{${members.join(',')}}` };
}

function parseObject(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof Date) && !ArrayBuffer.isView(value);
}
