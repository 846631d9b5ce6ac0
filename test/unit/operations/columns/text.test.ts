import { readText } from '../../../../nodes/VolcengineRtc/operations/columns/text';
import { problemOf } from './reading';

const readNickname = readText(100);

test.each<[kind: string, value: unknown, text: string]>([
  ['text', 'Ann', 'Ann'],
  ['text with white space', ' Ann ', ' Ann '],
  ['Chinese', '张三', '张三'],
  ['quotes, backslashes and line feeds', '"\\\n', '"\\\n'],
  ['a number', 7.5, '7.5'],
  ['a bigint', 9007199254740993n, '9007199254740993'],
  ['a boolean', false, 'false'],
  ['100 characters', 'x'.repeat(100), 'x'.repeat(100)],
  ['100 Chinese characters', '张'.repeat(100), '张'.repeat(100)],
  ['100 emoji', '😀'.repeat(100), '😀'.repeat(100)],
])('%s is kept as it is', (_kind, value, text) => {
  expect(readNickname(value)).toEqual({ json: JSON.stringify(text) });
});

test.each<[kind: string, value: unknown, problem: RegExp]>([
  ['101 characters', 'x'.repeat(101), /101 characters, and 100 are allowed/],
  ['101 emoji', '😀'.repeat(101), /101 characters, and 100 are allowed/],
  ['half of an emoji', 'Ann \ud83d', /half of a character/],
  ['the other half', '\ude00', /half of a character/],
  ['a list', ['Ann'], /\["Ann"\]" is not text/],
  ['an object', { first: 'Ann' }, /is not text/],
  ['a date', new Date(0), /is not text/],
  ['a function', () => {}, /is not text/],
])('%s is refused', (_kind, value, problem) => {
  expect(problemOf(readNickname(value))).toMatch(problem);
});

test('the limit is that of the column', () => {
  expect(problemOf(readText(500)('x'.repeat(500)))).toBeUndefined();
  expect(problemOf(readText(500)('x'.repeat(501)))).toMatch(/501 characters, and 500/);
});

test('a value in a message is shortened', () => {
  expect(problemOf(readNickname(['x'.repeat(1000)]))).toHaveLength('"" is not text'.length + 41);
});
