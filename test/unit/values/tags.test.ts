import { areSameTags, readTags } from '../../../nodes/VolcengineRtc/values/tags';
import { dates } from './dates';
import { problemOf } from '../../support/values/reading';

const wales = '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}';

test.each<[kind: string, value: unknown, tags: string[]]>([
  ['a list of text', ['vip', 'beta'], ['vip', 'beta']],
  ['a list with white space around tags', [' vip ', 'new user'], ['vip', 'new user']],
  [
    'a list with invisible characters around tags',
    ['\ufeffvip\u200b', '\u00a0a\u00a0b'],
    ['vip', 'a\u00a0b'],
  ],
  ['a list with emoji of several characters', ['👩‍🚀', wales], ['👩‍🚀', wales]],
  ['a list with commas inside a tag', ['a,b', 'c，d'], ['a,b', 'c，d']],
  ['a list of numbers and booleans', [7, true], ['7', 'true']],
  ['a list of dates', [dates.date, dates.luxon], [dates.dateText, dates.luxonText]],
  ['a list with empty ones', ['', null, undefined, ' ', '\u200b', 'vip'], ['vip']],
  ['a JSON list', '["vip", "a,b", 7, null]', ['vip', 'a,b', '7']],
  ['a JSON list amid white space', ' ["vip"] ', ['vip']],
  ['a JSON list amid invisible characters', '\ufeff["vip"\u00a0,\u200b"beta"]\u200b', ['vip', 'beta']],
  [
    'a JSON list of numbers',
    '[1.10, 12345678901234567.5, 1e400, 9007199254740993]',
    ['1.10', '12345678901234567.5', '1e400', '9007199254740993'],
  ],
  ['text with commas', 'vip, beta ,张三', ['vip', 'beta', '张三']],
  ['text with Chinese commas', 'vip，beta， 张三', ['vip', 'beta', '张三']],
  ['text with commas of both kinds', 'a,b，c', ['a', 'b', 'c']],
  ['text with stray commas', ',vip,, beta,', ['vip', 'beta']],
  ['text with other marks', 'a、b;c；d|e', ['a、b;c；d|e']],
  ['one tag', 'tag1:v1', ['tag1:v1']],
  ['quoted text', '"a","b"', ['a', 'b']],
  ['quoted text with commas inside', ' "a,b" , "c，d",e', ['a,b', 'c，d', 'e']],
  ['quoted text with quotes inside', '"say ""hi""",b', ['say "hi"', 'b']],
  ['quotes in the middle', 'a "b" c, d"', ['a "b" c', 'd"']],
  ['quotes with more behind them', '"a" b,c', ['"a" b', 'c']],
  ['a quote that is not closed', '"a,b', ['"a', 'b']],
  ['an empty quoted text', '"",b', ['b']],
  ['a Postgres array', '{a,b}', ['a', 'b']],
  ['a Postgres array with quotes', '{a,"b, c","d\\"e","f\\\\g"}', ['a', 'b, c', 'd"e', 'f\\g']],
  ['a Postgres array with NULL', '{a,NULL,null,"NULL",b}', ['a', 'NULL', 'b']],
  ['a Postgres array with white space', ' { a , "b" , c d } ', ['a', 'b', 'c d']],
  ['a Postgres array with braces in quotes', '{"{a}","b:c"}', ['{a}', 'b:c']],
  ['a Postgres array of names and values', '{tag1:v1,tag2:v2}', ['tag1:v1', 'tag2:v2']],
  ['a Postgres array with backslashes', '{a\\,b,c\\"d}', ['a,b', 'c"d']],
  ['a number', 7, ['7']],
  ['a date', dates.date, [dates.dateText]],
])('%s becomes a list of text', (_kind, value, tags) => {
  expect(readTags(value)).toEqual({ json: JSON.stringify(tags) });
});

test.each<[kind: string, value: unknown]>([
  ['an empty list', []],
  ['a list of nothing', ['', null]],
  ['an empty JSON list', '[]'],
  ['an empty Postgres array', '{}'],
  ['an empty Postgres array with a blank', '{ }'],
  ['a Postgres array of NULL', '{NULL}'],
  ['commas alone', ' , ，,'],
  ['white space', ' '],
  ['invisible characters', '\u200b\ufeff'],
])('%s is left out', (_kind, value) => {
  expect(readTags(value)).toBeUndefined();
});

test.each<[kind: string, value: unknown, problem: RegExp]>([
  ['an object', { vip: true }, /^"\{"vip":true\}" is not a list of tags: pass a list of text, a JSON list/],
  ['JSON text of an object', '{"a":1,"b":2}', /^"\{"a":1,"b":2\}" is not a list of tags: pass a list/],
  ['JSON text of an object with blanks', '{ "a" : 1 }', /is not a list of tags/],
  ['a nested Postgres array', '{{a,b},{c,d}}', /is not a list of tags/],
  ['a Postgres array that is not closed', '{a,b', /is not a list of tags/],
  ['a Postgres array with a quote that is not closed', '{"a', /is not a list of tags/],
  ['a Postgres array with a quote in the middle', '{a"b}', /is not a list of tags/],
  ['a Postgres array with more behind it', '{a},b', /is not a list of tags/],
  ['two Postgres arrays', '{a}{b}', /is not a list of tags/],
  [
    'a broken JSON list',
    '["vip"',
    /^it is not valid JSON: it ends at position 6 where "," or "\]" should be, in "\["vip""$/,
  ],
  [
    'a list in brackets that is no JSON',
    '[vip]',
    /^it is not valid JSON: at position 1 there is "vip" where a value should be/,
  ],
  ['a list in a list', [['vip']], /^the tag "\["vip"\]" is not text$/],
  ['an object in a JSON list', '[{"a":1}]', /^the tag "\{"a":1\}" is not text$/],
  ['a number that has lost digits', [2 ** 53], /^in one tag, the number 9007199254740992 .* has lost digits/],
  ['a number that is none', NaN, /is not a number/],
  ['half of a character', ['vip', '\ud83d'], /half of a character/],
  ['half of a character in text', 'vip,\ud83d', /half of a character/],
  ['1,001 tags', Array(1001).fill('x'), /^it has 1001 tags, and 1000 are allowed/],
  ['10 million tags', Array(10_000_000).fill(null), /^it has 10000000 tags, and 1000 are allowed/],
  ['1,001 tags in text', Array(1001).fill('x').join(), /^it has 1001 tags, and 1000 are allowed/],
  ['16 MB of commas', ','.repeat(2 ** 24), /^it has 16777216 characters, and 64 KiB are allowed/],
  ['16 MB in a tag', ['x'.repeat(2 ** 24)], /^it has 16777216 characters, and 64 KiB are allowed/],
  ['more than 64 KiB in all tags', Array(1000).fill('x'.repeat(66)), /characters, and 64 KiB are allowed/],
  ['more than 64 KiB of Chinese', '张'.repeat(21_846), /^it has 21846 characters, and 64 KiB are allowed/],
])('%s is refused', (_kind, value, problem) => {
  expect(problemOf(readTags(value))).toMatch(problem);
});

test.each<[kind: string, value: unknown]>([
  ['1,000 tags', Array(1000).fill('x')],
  ['1,000 tags in text', Array(1000).fill('x').join()],
  ['64 KiB of text', 'x'.repeat(65_536)],
  ['64 KiB of Chinese', '张'.repeat(21_845)],
])('%s are taken', (_kind, value) => {
  expect(problemOf(readTags(value))).toBeUndefined();
});

test('tags are the same in any order, and however often', () => {
  expect(areSameTags('["a","b"]', '["a","b"]')).toBe(true);
  expect(areSameTags('["a","b"]', '["b","a","a"]')).toBe(true);
  expect(areSameTags('["a","b"]', '["a"]')).toBe(false);
  expect(areSameTags('["a,b"]', '["a","b"]')).toBe(false);
});
