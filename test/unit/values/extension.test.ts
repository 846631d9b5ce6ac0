import { isSameExtension, readExtension } from '../../../nodes/VolcengineRtc/values/extension';
import { dates } from './dates';
import { problemOf } from '../../support/values/reading';

class Level {
  level = 7;
}

test.each<[kind: string, value: unknown, json: string]>([
  ['an object', { 'a:k': 'v', 名: '张三' }, '{"a:k":"v","名":"张三"}'],
  ['an object without a prototype', Object.assign(Object.create(null) as object, { a: 'v' }), '{"a":"v"}'],
  ['an object of a class', new Level(), '{"level":"7"}'],
  ['JSON text of one', ' {"a:k": "v"}\n', '{"a:k":"v"}'],
  ['JSON text amid invisible characters', '\ufeff{"a":"v"}\u200b', '{"a":"v"}'],
  ['JSON text with invisible characters between', '{\u00a0"a"\u200b:\ufeff"v"\u00a0}', '{"a":"v"}'],
  ['numbers and booleans', { a: 1, b: 1.5, c: true, d: 0 }, '{"a":"1","b":"1.5","c":"true","d":"0"}'],
  ['numbers and booleans in JSON text', '{"a":1,"b":false}', '{"a":"1","b":"false"}'],
  ['dates', { a: dates.date, b: dates.luxon }, `{"a":"${dates.dateText}","b":"${dates.luxonText}"}`],
  ['a bigint', { a: 9007199254740993n }, '{"a":"9007199254740993"}'],
  ['empty text', { a: '' }, '{"a":""}'],
  [
    'white space and invisible characters in values',
    { a: ' می\u200cخواهم\ufeff ' },
    '{"a":" می\u200cخواهم\ufeff "}',
  ],
  ['the same in JSON text', '{"a":" \u200b"}', '{"a":" \u200b"}'],
  ['members that are not set', { a: null, b: undefined, c: 'v' }, '{"c":"v"}'],
  ['quotes in a key', { '"': '"' }, '{"\\"":"\\""}'],
  ['the key __proto__', '{"__proto__":"v","constructor":"w"}', '{"__proto__":"v","constructor":"w"}'],
  [
    'the key __proto__ beside a long number',
    '{"__proto__":9007199254740993}',
    '{"__proto__":"9007199254740993"}',
  ],
  ['a key that comes twice', '{"a":1.0,"b":2,"a":"x"}', '{"a":"x","b":"2"}'],
])('%s becomes an object of text', (_kind, value, json) => {
  expect(readExtension(value)).toEqual({ json });
});

test.each([
  '1.10',
  '1e400',
  '-0',
  '12345678901234567.5',
  '9007199254740993',
  '1E5',
  '0.0',
  '123456789012345678',
])('the number %s in JSON text stays as it is written', (number) => {
  expect(readExtension(`{"a":${number}}`)).toEqual({ json: `{"a":"${number}"}` });
  expect(readExtension(`{"a":"x","b":[],"b":${number}}`)).toEqual({ json: `{"a":"x","b":"${number}"}` });
});

test.each<[kind: string, value: unknown]>([
  ['an empty object', {}],
  ['JSON text of an empty object', '{}'],
  ['an object of nothing', { a: null, b: undefined }],
  ['an empty list, as PHP has an empty map', []],
  ['JSON text of an empty list', ' [ ] '],
  ['white space', ' \n'],
  ['invisible characters', '\ufeff\u200b'],
])('%s is left out', (_kind, value) => {
  expect(readExtension(value)).toBeUndefined();
});

const members = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`m${i}`, i]));

test.each<[kind: string, value: unknown, problem: RegExp]>([
  ['a nested object', { a: { b: 1 } }, /^its member "a" is nested: only text, numbers, booleans and dates/],
  ['a list inside', { a: [1] }, /member "a" is nested/],
  ['a nested object in JSON text', '{"a":{}}', /member "a" is nested/],
  ['an object under the key __proto__', '{"__proto__":{"a":1}}', /member "__proto__" is nested/],
  [
    'a number that has lost digits',
    { id: 2 ** 60 },
    /^its member "id": the number 1152921504606847000 .* lost digits/,
  ],
  ['a number that is none', { a: NaN }, /^its member "a": NaN is not a number/],
  ['infinity', { a: Infinity }, /^its member "a": Infinity is not a number/],
  ['an invalid date', { a: new Date(NaN) }, /^its member "a": it is an invalid date$/],
  ['a function', { a: () => 1 }, /^its member "a": "a function" is not text/],
  ['a list', ['a'], /^"\["a"\]" is not an object: pass an object, or JSON text such as/],
  ['JSON text of a list', '["a"]', /is not an object/],
  ['JSON text of null', 'null', /"null" is not an object/],
  ['JSON text of a number', '7', /"7" is not an object/],
  [
    'text that is no JSON',
    'level=7',
    /^it is not valid JSON: at position 0 there is "level" where a value should be, in "level=7": pass/,
  ],
  [
    'broken JSON text',
    '{"a":1',
    /^it is not valid JSON: it ends at position 6 where "," or "\}" should be, in "\{"a":1"/,
  ],
  [
    'JSON text with a comma too many',
    '{"a":1,}',
    /at position 7 there is "\}" where a name in double quotes should be/,
  ],
  [
    'JSON text in single quotes',
    "{'a':1}",
    /at position 1 there is "'" where a name in double quotes should be/,
  ],
  ['JSON text of Python', '{"a":True}', /at position 5 there is "True" where a value should be/],
  [
    'JSON text with a fault far in',
    `{"a":"${'x'.repeat(99)}" "b":1}`,
    /at position 107 there is """ where "," or "\}" should be, in "…x{18}" "b":1\}"/,
  ],
  ['a number', 7, /"7" is not an object/],
  ['a date', new Date(0), /"1970-01-01T00:00:00.000Z" is not an object/],
  ['a DateTime', dates.luxon, /is not an object/],
  ['bytes', Buffer.from('{}'), /is not an object/],
  ['a Map', new Map([['a', 1]]), /"\[object Map\]" is not an object/],
  ['half of a character in a value', { a: '\ud83d' }, /half of a character/],
  ['half of a character in a key', { '\ud83d': 'a' }, /half of a character/],
  ['1,001 members', members(1001), /^it has 1001 members, and 1000 are allowed/],
  ['1,001 members in JSON text', JSON.stringify(members(1001)), /^it has 1001 members/],
  ['600,000 members', members(600_000), /^it has 600000 members, and 1000 are allowed/],
  ['16 MB of text', `{"a":"${'x'.repeat(2 ** 24)}"}`, /^it has 16777224 characters, and 64 KiB are allowed/],
  ['16 MB in a member', { a: 'x'.repeat(2 ** 24) }, /^it has 16777217 characters, and 64 KiB are allowed/],
  [
    'more than 64 KiB of Chinese',
    `{"a":"${'张'.repeat(21_845)}"}`,
    /^it has 21853 characters, and 64 KiB are allowed/,
  ],
])('%s is refused', (_kind, value, problem) => {
  expect(problemOf(readExtension(value))).toMatch(problem);
});

test.each<[kind: string, value: unknown]>([
  ['1,000 members', members(1000)],
  ['64 KiB of text', `{"a":"${'x'.repeat(65_536 - 8)}"}`],
  ['64 KiB in a member', { a: 'x'.repeat(65_535) }],
])('%s are taken', (_kind, value) => {
  expect(problemOf(readExtension(value))).toBeUndefined();
});

test('extensions are the same whatever the order of their members', () => {
  expect(isSameExtension('{"a":"1","b":"2"}', '{"b":"2","a":"1"}')).toBe(true);
  expect(isSameExtension('{"__proto__":"1","b":"2"}', '{"b":"2","__proto__":"1"}')).toBe(true);
  expect(isSameExtension('{"a":"1"}', '{"a":"2"}')).toBe(false);
  expect(isSameExtension('{"a":"1"}', '{"a":"1","b":"2"}')).toBe(false);
  expect(isSameExtension('{"a":"1 "}', '{"a":"1"}')).toBe(false);
});
