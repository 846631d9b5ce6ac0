import { readExtension } from '../../../../nodes/VolcengineRtc/operations/columns/extension';
import { readTags } from '../../../../nodes/VolcengineRtc/operations/columns/tags';
import { problemOf } from './reading';

test.each<[kind: string, value: unknown, json: string]>([
  ['an object', { 'a:k': 'v', 名: '张三' }, '{"a:k":"v","名":"张三"}'],
  ['JSON text of one', ' {"a:k": "v"}\n', '{"a:k":"v"}'],
  ['numbers and booleans', { a: 1, b: 1.5, c: true, d: 0 }, '{"a":"1","b":"1.5","c":"true","d":"0"}'],
  ['numbers and booleans in JSON text', '{"a":1,"b":false}', '{"a":"1","b":"false"}'],
  ['empty text', { a: '' }, '{"a":""}'],
  ['members that are not set', { a: null, b: undefined, c: 'v' }, '{"c":"v"}'],
  ['quotes in a key', { '"': '"' }, '{"\\"":"\\""}'],
  ['the key __proto__', '{"__proto__":"v","constructor":"w"}', '{"__proto__":"v","constructor":"w"}'],
])('%s becomes an object of text', (_kind, value, json) => {
  expect(readExtension(value)).toEqual({ json });
});

test.each<[kind: string, value: unknown]>([
  ['an empty object', {}],
  ['JSON text of an empty object', '{}'],
  ['an object of nothing', { a: null, b: undefined }],
])('%s is left out', (_kind, value) => {
  expect(readExtension(value)).toBeUndefined();
});

test.each<[kind: string, value: unknown, problem: RegExp]>([
  ['a nested object', { a: { b: 1 } }, /member "a" is nested/],
  ['a list inside', { a: [1] }, /member "a" is nested/],
  ['a nested object in JSON text', '{"a":{}}', /member "a" is nested/],
  ['an object under the key __proto__', '{"__proto__":{"a":1}}', /member "__proto__" is nested/],
  ['a list', ['a'], /is no object/],
  ['JSON text of a list', '["a"]', /is no object/],
  ['JSON text of null', 'null', /is no object/],
  ['text that is no JSON', 'level=7', /"level=7" is no object/],
  ['broken JSON text', '{"a":1', /is no object/],
  ['a number', 7, /"7" is no object/],
  ['a date', new Date(0), /is no object/],
  ['bytes', Buffer.from('{}'), /is no object/],
  ['half of a character in a value', { a: '\ud83d' }, /half of a character/],
  ['half of a character in a key', { '\ud83d': 'a' }, /half of a character/],
])('%s is refused', (_kind, value, problem) => {
  expect(problemOf(readExtension(value))).toMatch(problem);
});

test('long integers in JSON text of tags and extensions keep their digits', () => {
  expect(readTags('[9007199254740993]')).toEqual({ json: '["9007199254740993"]' });
  expect(readExtension('{"id":9007199254740993}')).toEqual({ json: '{"id":"9007199254740993"}' });
});
