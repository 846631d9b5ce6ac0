import { parseJson } from '../../../nodes/VolcengineRtc/transport/json/parseJson';
import { growth, linear } from './growth';

/** Texts of about a length that are hard to read in time. */
const long: Record<string, (length: number) => string> = {
  'quotes that are escaped, and no end': (length) => `{"a":1234567890123456,"${'\\"'.repeat(length / 2)}`,
  'quotes that are escaped': (length) => `[1234567890123456,"${'\\"'.repeat(length / 2)}"]`,
  'backslashes that are escaped': (length) => `[1234567890123456,"${'\\\\'.repeat(length / 2)}"]`,
  digits: (length) => `[1234567890123456,${'7'.repeat(length)}]`,
  'digits behind the point': (length) => `[1234567890123456,0.${'7'.repeat(length)}]`,
  'digits, fifteen at a time': (length) =>
    `[${Array(length / 16)
      .fill('123456789012345')
      .join()}]`,
  'white space': (length) => `[1234567890123456,${' '.repeat(length)}]`,
  'long integers': (length) =>
    `[${Array(length / 20)
      .fill('9007199254740993')
      .join()}]`,
  'names that differ': (length) =>
    `{"":1234567890123456${Array.from({ length: length / 100 }, (_, i) => `,"${'name'.repeat(22)}${i}":${i}`).join('')}}`,
};

/** The same without a deep stack: up to a million levels. */
const deep: Record<string, (length: number) => string> = {
  'lists in lists': (length) => `${'['.repeat(length / 9)}1234567890123456${']'.repeat(length / 9)}`,
  'lists in lists, without long digits': (length) => '['.repeat(length / 9) + ']'.repeat(length / 9),
  'lists without an end': (length) => `[1234567890123456,${'['.repeat(length / 9)}`,
  'objects in objects': (length) => `${'{"":'.repeat(length / 9)}1234567890123456${'}'.repeat(length / 9)}`,
};

/** Reads a text that may be broken. */
function read(text: string): void {
  try {
    parseJson(text);
  } catch (error) {
    expect(error).toBeInstanceOf(SyntaxError);
  }
}

test.each([
  ...Object.entries(long).map(([name, make]) => ({ name, make, length: 2_000_000 })),
  // With fewer levels the shorter one fits into the part of the heap that is collected quickly, and the longer does not.
  ...Object.entries(deep).map(([name, make]) => ({ name, make, length: 4_000_000 })),
])('the time to read $length characters of $name grows no faster than their length', ({ make, length }) => {
  expect(growth(length, make, read)).toBeLessThan(linear);
});

test.each(Object.entries({ ...long, ...deep }).map(([name, make]) => ({ name, make })))(
  'nine million characters of $name do not overflow the stack',
  ({ make }) => read(make(9_000_000)),
);
