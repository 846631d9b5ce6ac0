import { readUrl } from '../../../nodes/VolcengineRtc/values/url';
import { dates } from './dates';
import { problemOf } from '../../support/values/reading';

const readPortrait = readUrl(500);
const url = 'https://example.com/头像.png?size=64';

test.each<[kind: string, value: unknown, text: string]>([
  ['a URL', url, url],
  ['a URL amid white space', ` ${url}\n`, url],
  ['a URL amid invisible characters', `\ufeff\u200b${url}\u00a0\u200e`, url],
  ['text that is no URL', 'avatar-7', 'avatar-7'],
  ['a number', 7, '7'],
  ['a date', dates.date, dates.dateText],
  ['500 characters', `${url}${'x'.repeat(500 - url.length)}`, `${url}${'x'.repeat(500 - url.length)}`],
])('%s goes through', (_kind, value, text) => {
  expect(readPortrait(value)).toEqual({ json: JSON.stringify(text) });
});

test.each<[kind: string, value: unknown, problem: RegExp]>([
  ['a blank within', 'https://example.com/a b.png', /cannot be a URL: it contains a space \(U\+0020\)/],
  ['a zero-width space within', 'https://example.com/\u200ba', /an invisible character \(U\+200B\)/],
  ['a line feed within', 'https://example.com/\na', /an invisible character \(U\+000A\)/],
  ['501 characters', 'x'.repeat(501), /501 characters, and 500 are allowed/],
  ['100,000 characters', 'x'.repeat(100_000), /100000 characters, and 500 are allowed/],
  ['half of a character', 'https://example.com/\ud83d', /half of a character/],
  ['a number that has lost digits', 2 ** 53, /has lost digits/],
  ['a list', [url], /is not text/],
])('%s is refused', (_kind, value, problem) => {
  expect(problemOf(readPortrait(value))).toMatch(problem);
});
