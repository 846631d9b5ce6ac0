import { readText } from '../../../nodes/VolcengineRtc/values/text';
import { dates } from './dates';
import { problemOf } from '../../support/values/reading';

const readNickname = readText(100);
const family = '👩‍👩‍👧';

test.each<[kind: string, value: unknown, text: string]>([
  ['text', 'Ann', 'Ann'],
  ['Chinese', '张三', '张三'],
  ['quotes, backslashes and line feeds', '"\\\n"', '"\\\n"'],
  ['an emoji of several', family, family],
  ['Persian with a joiner', 'می\u200cخواهم', 'می\u200cخواهم'],
  ['a flag that ends in a mark', '🏴\u{e0067}\u{e0062}\u{e007f}', '🏴\u{e0067}\u{e0062}\u{e007f}'],
  ['a number', 7.5, '7.5'],
  ['the number zero', 0, '0'],
  ['a small number', 1e-7, '1e-7'],
  ['the largest exact number', Number.MAX_SAFE_INTEGER, '9007199254740991'],
  ['a bigint', 9007199254740993n, '9007199254740993'],
  ['a boolean', false, 'false'],
  ['100 characters', 'x'.repeat(100), 'x'.repeat(100)],
  ['100 Chinese characters', '张'.repeat(100), '张'.repeat(100)],
  ['100 emoji', '😀'.repeat(100), '😀'.repeat(100)],
])('%s is kept as it is', (_kind, value, text) => {
  expect(readNickname(value)).toEqual({ json: JSON.stringify(text) });
});

test.each<[kind: string, value: unknown, text: string]>([
  ['white space around text', ' \t Ann Lee \r\n', 'Ann Lee'],
  ['a no-break space and a byte order mark around text', '\ufeff\u00a0Ann\u00a0', 'Ann'],
  ['white space beyond the limit', `${' '.repeat(200)}Ann`, 'Ann'],
])('%s is left out', (_kind, value, text) => {
  expect(readNickname(value)).toEqual({ json: JSON.stringify(text) });
});

test.each<[kind: string, value: unknown, text: string]>([
  ['a Date', dates.date, dates.dateText],
  ['a DateTime of Luxon', dates.luxon, dates.luxonText],
])('%s is its ISO text', (_kind, value, text) => {
  expect(readNickname(value)).toEqual({ json: JSON.stringify(text) });
});

test.each(dates.invalid.map((date) => ({ date })))('an invalid date is refused', ({ date }) => {
  expect(problemOf(readNickname(date))).toBe('it is an invalid date');
});

test.each<[kind: string, value: unknown, problem: RegExp]>([
  ['101 characters', 'x'.repeat(101), /^it has 101 characters, and 100 are allowed: shorten it$/],
  ['101 emoji', '😀'.repeat(101), /101 characters, and 100 are allowed/],
  ['100,000 characters', 'x'.repeat(100_000), /100000 characters, and 100 are allowed/],
  ['half of an emoji', 'Ann \ud83d', /"Ann \ufffd" contains half of a character/],
  ['the other half', '\ude00', /half of a character/],
  ['a list', ['Ann'], /^"\["Ann"\]" is not text$/],
  ['an object', { first: 'Ann' }, /^"\{"first":"Ann"\}" is not text$/],
  ['what looks like a DateTime', { isLuxonDateTime: true }, /is not text/],
  ['a function', () => {}, /^"a function" is not text$/],
  ['a symbol', Symbol('Ann'), /^"Symbol\(Ann\)" is not text$/],
  ['bytes', Buffer.from('Ann'), /^"\[object Uint8Array\]" is not text$/],
  ['a bigint of more than 64 bits', 2n ** 64n, /^"18446744073709551616" is not text$/],
  ['a very long bigint', 10n ** 100_000n, /^"a very long integer" is not text$/],
])('%s is refused', (_kind, value, problem) => {
  expect(problemOf(readNickname(value))).toMatch(problem);
});

test.each([NaN, Infinity, -Infinity])('the number %p is refused', (number) => {
  expect(problemOf(readNickname(number))).toBe(`${number} is not a number that can be stored`);
});

test.each([2 ** 60, -(2 ** 60), 2 ** 53, 1e21])(
  'the number %p has lost digits, so it is refused',
  (number) => {
    expect(problemOf(readNickname(number))).toBe(
      `the number ${number} is too large to be exact and has lost digits already: pass it as text, all the way from its source`,
    );
  },
);

test('the limit is that of the column', () => {
  expect(problemOf(readText(500)('x'.repeat(500)))).toBeUndefined();
  expect(problemOf(readText(500)('x'.repeat(501)))).toMatch(/501 characters, and 500/);
});
