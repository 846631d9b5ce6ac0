import { dateText } from './date';

/** Characters of a value that a message shows. */
const shown = 40;

/** Shows a value in a message, short: text as it is, lists and objects as the beginning of their JSON. */
export function quote(value: unknown): string {
  return `"${shorten(typeof value === 'string' ? value : describe(value))}"`;
}

/** Shows the characters of a text around a place. */
export function quoteAround(text: string, position: number): string {
  const start = Math.max(0, position - shown / 2);
  const piece = text.slice(start, start + shown).toWellFormed();
  return `"${start > 0 ? '…' : ''}${piece}${start + shown < text.length ? '…' : ''}"`;
}

/** The beginning of a text. */
export function shorten(text: string): string {
  const characters = [...text.slice(0, 2 * shown + 2)];
  const short = characters.length > shown ? `${characters.slice(0, shown).join('')}…` : text;
  return short.toWellFormed();
}

/** A stranger's object may throw at any touch. */
function describe(value: unknown): string {
  try {
    return write(value, shown);
  } catch {
    return typeof value;
  }
}

/** Writes a value like JSON, and no more of it than there is room for: a whole one may take seconds, or never end. */
function write(value: unknown, room: number): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.slice(0, room + 1));
    case 'bigint':
      return isShort(value) ? String(value) : 'a very long integer';
    case 'function':
      return 'a function';
    case 'object':
      return value === null ? 'null' : writeObject(value, room);
    default:
      return String(value);
  }
}

function writeObject(value: object, room: number): string {
  if (Array.isArray(value)) return writeList(value, room);
  const date = dateText(value);
  if (date !== undefined) return 'text' in date ? date.text : 'an invalid date';
  const kind = Object.prototype.toString.call(value);
  return kind === '[object Object]' ? writeMembers(value as Record<string, unknown>, room) : kind;
}

function writeList(list: readonly unknown[], room: number): string {
  let text = '[';
  for (let at = 0; at < list.length && text.length <= room; at += 1) {
    text += `${at === 0 ? '' : ','}${write(list[at], room - text.length)}`;
  }
  return `${text}]`;
}

function writeMembers(object: Record<string, unknown>, room: number): string {
  let text = '{';
  for (const name in object) {
    if (text.length > room) break;
    const left = room - text.length;
    text += `${text === '{' ? '' : ','}${write(name, left)}:${write(object[name], left)}`;
  }
  return `${text}}`;
}

/** Writing a long integer takes time that grows with the square of its length. */
function isShort(value: bigint): boolean {
  return BigInt.asIntN(256, value) === value;
}
