import { parseJson } from '../../../../nodes/VolcengineRtc/transport/json/parseJson';

test.each<[kind: string, text: string, value: unknown]>([
  ['an integer beyond 2^53', '9007199254740993', '9007199254740993'],
  ['the largest 64-bit integer', '{"id":9223372036854775807}', { id: '9223372036854775807' }],
  ['a negative long integer', '[-9007199254740993]', ['-9007199254740993']],
  ['an integer of 40 digits', `[${'7'.repeat(40)}]`, ['7'.repeat(40)]],
  ['several in a row', '[9007199254740993,9007199254740995]', ['9007199254740993', '9007199254740995']],
  ['one before others', '[9007199254740993,1,-2]', ['9007199254740993', 1, -2]],
])('%s keeps every digit', (_kind, text, value) => {
  expect(parseJson(text)).toEqual(value);
});

test.each<[kind: string, text: string]>([
  ['a short integer', '{"id":10004}'],
  ['an integer of 15 digits', '999999999999999'],
  ['a negative integer of 15 digits', '[-999999999999999,"9007199254740993"]'],
  ['long integers inside text', '{"9007199254740993":"id 9007199254740993, 9007199254740995"}'],
  ['long integers behind an escaped quote', '["\\"9007199254740993","\\\\",1]'],
  ['long integers behind an escaped backslash', '["\\\\","9007199254740993\\\\"]'],
  ['a decimal', '[1.5,-0.25,0.1]'],
  ['a long integer part of a decimal', '[12345678901234567.5]'],
  ['a long decimal', '[0.30000000000000004]'],
  ['an exponent', '[1e10,1.5E-7,12345678901234567e3]'],
  ['a long exponent', '[1e-0000000000000016]'],
  ['a number beyond all numbers', '[1e400,-1e400,"9007199254740993"]'],
  ['minus zero', '[-0,"9007199254740993"]'],
  ['true, false and null', '[true,false,null]'],
  ['all of them beside long digits', '[true,false,null,[],{},"9007199254740993"]'],
  ['white space', ' \n{ "a" : [ ] }\t'],
  ['white space beside long digits', ' \n{ "a" :\r[ ] , "b":"9007199254740993" }\t'],
  ['Chinese and escapes', '{"名":"张\\u4e09\\n"}'],
  ['every escape', '["\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9","9007199254740993"]'],
  ['half of a character', '["\\ud83d","\ud83d","9007199254740993"]'],
  ['the same name twice', '{"a":1,"b":2,"a":"9007199254740993"}'],
  ['names of digits', '{"b":1,"10":2,"9":"9007199254740993"}'],
])('%s is as JSON.parse reads it', (_kind, text) => {
  const parsed = JSON.parse(text) as object;
  expect(parseJson(text)).toStrictEqual(parsed);
  expect(JSON.stringify(parseJson(text))).toBe(JSON.stringify(parsed));
});

test.each(['{"__proto__":{"a":1}}', '{"__proto__":[],"b":9007199254740993}'])(
  'in %s the name __proto__ is one like any other',
  (text) => {
    const object = parseJson(text) as object;
    expect(Object.keys(object)[0]).toBe('__proto__');
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    expect(Object.getOwnPropertyDescriptor(object, '__proto__')).toMatchObject({
      writable: true,
      enumerable: true,
      configurable: true,
    });
  },
);

const broken = [
  '<html>',
  'undefined',
  '{"a":1',
  '{"a"}',
  '{"a":}',
  '{"a":1,}',
  '{"a":1}}',
  '{,}',
  '{a:1}',
  "{'a':1}",
  '[1,]',
  '[,1]',
  '[1 2]',
  '[1}',
  ']',
  '[01]',
  '[+1]',
  '[.5]',
  '[1.]',
  '[1.e1]',
  '[1e]',
  '[1e+]',
  '[-]',
  '[0x1]',
  '[NaN]',
  '[tru]',
  '["\\x"]',
  '["\\u12"]',
  '["a\nb"]',
  '["a',
  '["a\\',
  '[1]\ufeff',
  '[1]\u00a0',
  '[\u000b1]',
];

test.each(['', ' ', '\ufeff'])('%j is no JSON', (text) => {
  expect(() => parseJson(text)).toThrow(SyntaxError);
});

// The digits have the text read by our own reader.
test.each(broken.flatMap((text) => [text, `${text} 9007199254740993`, `["9007199254740993",${text}`]))(
  '%j is no JSON',
  (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  },
);

test.each(['{9007199254740993:1}', '[09007199254740993]', '[9007199254740993 9007199254740993]'])(
  'long digits where no number can stand are no JSON: %s',
  (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  },
);

test('a byte order mark in front is skipped, and no second one', () => {
  expect(parseJson('\ufeff{"a":1}')).toEqual({ a: 1 });
  expect(parseJson('\ufeff[9007199254740993]')).toEqual(['9007199254740993']);
  expect(() => parseJson('\ufeff\ufeff[]')).toThrow(SyntaxError);
});
