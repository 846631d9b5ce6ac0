import type { Reading } from './reading';
import { invisibleIn, trimInvisible } from './invisible';
import { quote } from './quote';
import { maxTextBytes } from './size';
import { readText, readTrimmed } from './text';
import { toText } from './toText';

/** Reads a URL of a limited number of characters; invisible ones are ignored around it and refused within. */
export function readUrl(maxCharacters: number): (value: unknown) => Reading {
  return (value) => {
    const text = toText(value);
    if (typeof text !== 'string') return text;
    if (text.length > maxTextBytes) return readText(maxCharacters)(text);
    const url = trimInvisible(text);
    const invisible = url.length > maxCharacters ? undefined : invisibleIn(url);
    if (invisible !== undefined) {
      return { problem: `${quote(url)} cannot be a URL: ${invisible}. Remove it, or write it as a % code` };
    }
    return readTrimmed(url, maxCharacters);
  };
}
