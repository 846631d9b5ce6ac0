import { parseJson } from '../../../nodes/VolcengineRtc/transport/parseJson';

test.each<[kind: string, text: string, value: unknown]>([
  ['an integer beyond 2^53', '9007199254740993', '9007199254740993'],
  ['the largest 64-bit integer', '{"id":9223372036854775807}', { id: '9223372036854775807' }],
  ['a negative long integer', '[-9007199254740993]', ['-9007199254740993']],
  ['an integer of 40 digits', `[${'7'.repeat(40)}]`, ['7'.repeat(40)]],
  ['several in a row', '[9007199254740993,9007199254740995]', ['9007199254740993', '9007199254740995']],
])('%s keeps every digit', (_kind, text, value) => {
  expect(parseJson(text)).toEqual(value);
});

test.each<[kind: string, text: string]>([
  ['a short integer', '{"id":10004}'],
  ['an integer of 15 digits', '999999999999999'],
  ['long integers inside text', '{"9007199254740993":"id 9007199254740993, 9007199254740995"}'],
  ['long integers behind an escaped quote', '["\\"9007199254740993","\\\\",1]'],
  ['long integers behind an escaped backslash', '["\\\\","9007199254740993\\\\"]'],
  ['a decimal', '[1.5,-0.25,0.1]'],
  ['a long integer part of a decimal', '[12345678901234567.5]'],
  ['an exponent', '[1e10,1.5E-7,12345678901234567e3]'],
  ['true, false and null', '[true,false,null]'],
  ['white space', ' \n{ "a" : [ ] }\t'],
  ['Chinese and escapes', '{"名":"张\\u4e09\\n"}'],
])('%s is as JSON.parse reads it', (_kind, text) => {
  expect(parseJson(text)).toEqual(JSON.parse(text));
});

test.each(['', '<html>', '{"a":1', '{"a":9007199254740993', '[01]', 'undefined', '{"a":1}}'])(
  '%p is no JSON',
  (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  },
);

test('a text of a million characters is read', () => {
  const text = '\\"9'.repeat(400_000);
  expect(parseJson(`["${text}"]`)).toEqual(['"9'.repeat(400_000)]);
});

test.each(['[0.30000000000000004]', '[1e-0000000000000016]'])('%p is read as JSON.parse reads it', (text) => {
  expect(parseJson(text)).toEqual(JSON.parse(text));
});
