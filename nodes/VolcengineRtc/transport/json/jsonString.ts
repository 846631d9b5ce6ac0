import { JsonError } from './JsonError';

const quote = 0x22;
const backslash = 0x5c;
/** Characters below it have to be escaped. */
const space = 0x20;

const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** A string of a JSON text: its value, and where the text goes on behind it. */
export interface JsonString {
  value: string;
  end: number;
}

/**
 * Reads the string that begins at a place.
 *
 * @param start place of its opening quote
 * @throws JsonError
 */
export function readJsonString(text: string, start: number): JsonString {
  let hasEscapes = false;
  let at = start + 1;
  for (let code = text.charCodeAt(at); code !== quote; code = text.charCodeAt(at)) {
    // Past the end the code is NaN, which is neither below nor above anything.
    if (!(code >= space)) throw new JsonError(text, at, 'the rest of a text in double quotes');
    if (code === backslash) {
      hasEscapes = true;
      at = endOfEscape(text, at);
    } else {
      at += 1;
    }
  }
  const end = at + 1;
  return {
    value: hasEscapes ? (JSON.parse(text.slice(start, end)) as string) : text.slice(start + 1, at),
    end,
  };
}

function endOfEscape(text: string, start: number): number {
  escape.lastIndex = start;
  if (!escape.test(text)) throw new JsonError(text, start + 1, 'an escape such as \\n or \\u00e9');
  return escape.lastIndex;
}
