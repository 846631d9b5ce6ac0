import { readTags } from '../../../../nodes/VolcengineRtc/operations/columns/tags';
import { problemOf } from './reading';

test.each<[kind: string, value: unknown, tags: string[]]>([
  ['a list of text', ['vip', 'beta'], ['vip', 'beta']],
  ['a list with white space around tags', [' vip ', 'new user'], ['vip', 'new user']],
  ['a list with commas inside a tag', ['a,b'], ['a,b']],
  ['a list of numbers and booleans', [7, true], ['7', 'true']],
  ['a list with empty ones', ['', null, undefined, ' ', 'vip'], ['vip']],
  ['a JSON list', '["vip", "a,b", 7, null]', ['vip', 'a,b', '7']],
  ['a JSON list amid white space', ' ["vip"] ', ['vip']],
  ['text with commas', 'vip, beta ,张三', ['vip', 'beta', '张三']],
  ['text with stray commas', ',vip,, beta,', ['vip', 'beta']],
  ['one tag', 'tag1:v1', ['tag1:v1']],
  ['a number', 7, ['7']],
])('%s becomes a list of text', (_kind, value, tags) => {
  expect(readTags(value)).toEqual({ json: JSON.stringify(tags) });
});

test.each<[kind: string, value: unknown]>([
  ['an empty list', []],
  ['a list of nothing', ['', null]],
  ['an empty JSON list', '[]'],
  ['commas alone', ' , ,'],
  ['white space', ' '],
])('%s is left out', (_kind, value) => {
  expect(readTags(value)).toBeUndefined();
});

test.each<[kind: string, value: unknown, problem: RegExp]>([
  ['an object', { vip: true }, /no list of tags/],
  ['a broken JSON list', '["vip"', /no list of tags/],
  ['a list in brackets that is no JSON', '[vip]', /no list of tags/],
  ['a list in a list', [['vip']], /the tag ".*vip.*" is not text/],
  ['an object in a JSON list', '[{"a":1}]', /the tag .* is not text/],
  ['half of a character', ['vip', '\ud83d'], /half of a character/],
])('%s is refused', (_kind, value, problem) => {
  expect(problemOf(readTags(value))).toMatch(problem);
});
