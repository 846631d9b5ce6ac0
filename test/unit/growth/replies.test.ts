import { textForPeople } from '../../../nodes/VolcengineRtc/transport/http/redact';
import { readHeaders } from '../../../nodes/VolcengineRtc/transport/http/replyHeaders';
import { growth, linear } from './growth';

const texts: Array<[kind: string, make: (length: number) => string]> = [
  ['hexadecimal digits', (length) => 'a'.repeat(length)],
  ['pieces of a signature', (length) => `${'a'.repeat(63)} `.repeat(length / 64)],
  ['key ids', (length) => 'AKLT1234567 '.repeat(length / 12)],
  ['the beginning of key ids', (length) => 'AKLT'.repeat(length / 4)],
  ['pieces of a secret', (length) => 's3cret-s3cre'.repeat(length / 12)],
  ['a short secret', (length) => '1'.repeat(length)],
  ['blanks', (length) => `a${' '.repeat(length - 2)}b`],
  ['control characters', (length) => '\u0000\u200b'.repeat(length / 2)],
];

test.each(texts)('the time to mask %s grows no faster than their length', (_kind, make) => {
  const mask = (text: string) => textForPeople(text, 500, ['s3cret-s3cret', '1', '']);
  expect(growth(250_000, make, mask)).toBeLessThan(linear);
});

test.each([
  ...texts,
  ['commas', (length: number) => ','.repeat(length)] as const,
  ['digits', (length: number) => '1'.repeat(length)] as const,
  ['versions', (length: number) => '1.1 '.repeat(length / 4)] as const,
])('the time to read headers of %s grows no faster than their length', (_kind, make) => {
  const read = (text: string) => {
    for (let round = 0; round < 20; round += 1) {
      readHeaders({ date: text, 'retry-after': text, location: text, via: text }, 0);
    }
  };
  expect(growth(8_000, make, read)).toBeLessThan(linear);
});
