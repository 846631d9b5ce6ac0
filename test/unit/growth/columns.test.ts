import { readExtension } from '../../../nodes/VolcengineRtc/values/extension';
import { trimInvisible } from '../../../nodes/VolcengineRtc/values/invisible';
import { readTags } from '../../../nodes/VolcengineRtc/values/tags';
import { growth, linear } from './growth';

test.each<[kind: string, make: (length: number) => string]>([
  ['quotes', (length) => '"'.repeat(length)],
  ['quotes that are not closed', (length) => '"a,'.repeat(length / 3)],
  ['pairs of quotes', (length) => '"a"",'.repeat(length / 5)],
  ['quoted text', (length) => '"a",'.repeat(length / 4)],
  ['blanks', (length) => `a${' '.repeat(length - 2)}b`],
  ['quotes and blanks', (length) => `"a"${' '.repeat(length - 4)}b`],
  ['braces', (length) => `{${'a,'.repeat(length / 2 - 1)}}`],
  ['braces and backslashes', (length) => `{"${'\\'.repeat(length - 3)}}`],
  ['braces and blanks', (length) => `{a${' '.repeat(length - 3)}`],
])('the time to read tags of %s grows no faster than their length', (_kind, make) => {
  const read = (text: string) => {
    for (let round = 0; round < 20; round += 1) readTags(text);
  };
  expect(growth(30_000, make, read)).toBeLessThan(linear);
});

test.each<[kind: string, make: (length: number) => string]>([
  ['quotes that are escaped, and no end', (length) => `{"a":1.10,"${'\\"'.repeat(length / 2)}`],
  ['lists', (length) => `{"a":1.10,"b":${'['.repeat(length)}`],
  ['white space', (length) => `{"a":1.10,${'\u00a0'.repeat(length / 2)}`],
])('the time to read an extension of %s grows no faster than their length', (_kind, make) => {
  const read = (text: string) => {
    for (let round = 0; round < 20; round += 1) readExtension(text);
  };
  expect(growth(30_000, make, read)).toBeLessThan(linear);
});

test('the time to trim grows no faster than the length', () => {
  const trims = {
    around: (n: number) => `${' '.repeat(n)}a${' '.repeat(n)}`,
    within: (n: number) => `a${' '.repeat(n)}b`,
  };
  expect(growth(200_000, trims.around, trimInvisible)).toBeLessThan(linear);
  expect(growth(200_000, trims.within, trimInvisible)).toBeLessThan(linear);
});
