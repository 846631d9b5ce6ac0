import type { Reading } from './reading';
import { quote } from './quote';
import { maxTextBytes } from './size';
import { toText } from './toText';

/** Reads text of a limited number of characters, without the white space around it. */
export function readText(maxCharacters: number): (value: unknown) => Reading {
  return (value) => {
    const text = toText(value);
    if (typeof text !== 'string') return text;
    // Longer texts are not even counted: each emoji in them would be one character, and two in this number.
    if (text.length > maxTextBytes) return tooLong(text.length, maxCharacters);
    return readTrimmed(text.trim(), maxCharacters);
  };
}

/** Reads text that has been trimmed already. */
export function readTrimmed(text: string, maxCharacters: number): Reading {
  if (text.length > maxCharacters) {
    const characters = countCharacters(text);
    if (characters > maxCharacters) return tooLong(characters, maxCharacters);
  }
  return text === '' ? undefined : jsonText(text);
}

/** Text as JSON, unless it holds half of a character, which UTF-8 cannot carry. */
export function jsonText(text: string): { json: string } | { problem: string } {
  return text.isWellFormed() ? { json: JSON.stringify(text) } : halfCharacter(text);
}

/** What to say of text that holds half of a character. */
export function halfCharacter(text: string): { problem: string } {
  return { problem: `${quote(text)} contains half of a character: it was cut off or decoded wrongly` };
}

function tooLong(characters: number, maxCharacters: number): { problem: string } {
  return { problem: `it has ${characters} characters, and ${maxCharacters} are allowed: shorten it` };
}

/** Characters, not UTF-16 units: an emoji counts as one. */
function countCharacters(text: string): number {
  let characters = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1) characters += 1;
  return characters;
}
