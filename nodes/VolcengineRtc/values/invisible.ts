/**
 * White space, and characters that take no room: zero-width ones, direction marks, the byte order mark (U+FEFF).
 * Copied from web pages and files, they stick to ids and names without being seen.
 */
const invisible = /[\s\p{Cf}]/u;

/** The same within any text. */
const everyInvisible = /[\s\p{Cf}]/gu;

/** The letters of flags such as that of Wales: of the same kind, but part of an emoji. */
const emojiTag = /[\u{E0020}-\u{E007F}]/u;

/** Whether a character cannot be seen. */
export function isInvisible(character: string): boolean {
  return invisible.test(character);
}

/** A text without the invisible characters before and behind it. */
export function trimInvisible(text: string): string {
  if (isVisibleAscii(text.charCodeAt(0)) && isVisibleAscii(text.charCodeAt(text.length - 1))) return text;
  let start = 0;
  let end = text.length;
  while (start < end && isTrimmed(text.codePointAt(start))) start += widthOf(text.codePointAt(start));
  while (end > start && isTrimmed(codePointBefore(text, end))) end -= widthOf(codePointBefore(text, end));
  return text.slice(start, end);
}

/** A text without any invisible character. */
export function withoutInvisible(text: string): string {
  return text.replace(everyInvisible, '');
}

/** What to say of the first invisible character in a text; undefined where there is none. */
export function invisibleIn(text: string): string | undefined {
  const [character] = invisible.exec(text) ?? [];
  if (character === undefined) return undefined;
  const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  return `it contains ${character === ' ' ? 'a space' : 'an invisible character'} (U+${code})`;
}

function isVisibleAscii(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}

function isTrimmed(code: number | undefined): boolean {
  if (code === undefined || isVisibleAscii(code)) return false;
  const character = String.fromCodePoint(code);
  return invisible.test(character) && !emojiTag.test(character);
}

function codePointBefore(text: string, end: number): number | undefined {
  const pair = text.codePointAt(end - 2);
  return pair !== undefined && pair > 0xffff ? pair : text.codePointAt(end - 1);
}

function widthOf(code: number | undefined): number {
  return code !== undefined && code > 0xffff ? 2 : 1;
}
