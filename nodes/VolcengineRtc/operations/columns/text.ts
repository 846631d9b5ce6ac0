import { quote, type Reading } from './column';

/** Text as it is; numbers and booleans as they are written. Undefined for anything else. */
export function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return ['number', 'boolean', 'bigint'].includes(typeof value) ? String(value) : undefined;
}

/** Reads text of a limited number of characters. */
export function readText(maxCharacters: number): (value: unknown) => Reading {
  return (value) => {
    const text = toText(value);
    if (text === undefined) return { problem: `${quote(value)} is not text` };
    const characters = countCharacters(text);
    if (characters > maxCharacters) {
      return { problem: `it has ${characters} characters, and ${maxCharacters} are allowed: shorten it` };
    }
    return jsonText(text);
  };
}

/** Text as JSON, unless it holds half of a character, which UTF-8 cannot carry. */
export function jsonText(text: string): Reading {
  if (!text.isWellFormed()) {
    return {
      problem: `${quote(text.toWellFormed())} holds half of a character: it was cut off or decoded wrongly`,
    };
  }
  return { json: JSON.stringify(text) };
}

/** Characters, not UTF-16 units: an emoji counts as one. */
function countCharacters(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}
