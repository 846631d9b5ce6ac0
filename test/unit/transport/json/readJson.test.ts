import { readJson } from '../../../../nodes/VolcengineRtc/transport/json/readJson';

const read = (text: string, isSpace?: (character: string) => boolean) =>
  readJson(text, { toNumber: (literal) => `<${literal}>`, isSpace });

test.each(['0', '-0', '1.10', '1e400', '12345678901234567.5', '9223372036854775807', '1E-0007'])(
  'the number %s is handed on as it is written',
  (literal) => {
    expect(read(literal)).toBe(`<${literal}>`);
    expect(read(`{"a":[${literal}]}`)).toEqual({ a: [`<${literal}>`] });
  },
);

test.each<[text: string, message: string]>([
  ['{"a":1', 'it ends at position 6 where "," or "}" should be'],
  ['[1', 'it ends at position 2 where "," or "]" should be'],
  ["{'a':1}", 'at position 1 there is "\'" where a name in double quotes should be'],
  ['{a:1}', 'at position 1 there is "a" where a name in double quotes should be'],
  ['{"a":1,}', 'at position 7 there is "}" where a name in double quotes should be'],
  ['{"a" "b"}', 'at position 5 there is """ where ":" should be'],
  ['{"a":True}', 'at position 5 there is "True" where a value should be'],
  ['[1,]', 'at position 3 there is "]" where a value should be'],
  ['[01]', 'at position 2 there is "1" where "," or "]" should be'],
  ['[1.]', 'at position 2 there is "." where "," or "]" should be'],
  ['["a\nb"]', 'at position 3 there is U+000A where the rest of a text in double quotes should be'],
  ['["\\x"]', 'at position 3 there is "x" where an escape such as \\n or \\u00e9 should be'],
  ['["a', 'it ends at position 3 where the rest of a text in double quotes should be'],
  ['[1]\u00a0', 'at position 3 there is U+00A0 where the end of the text should be'],
  ['\u200b[1]', 'at position 0 there is U+200B where a value should be'],
  ['“a”', 'at position 0 there is "“" where a value should be'],
  ['[\ud83d]', 'at position 1 there is U+D83D where a value should be'],
  ['[😀]', 'at position 1 there is "😀" where a value should be'],
  ['level=7', 'at position 0 there is "level" where a value should be'],
  [`[${'x'.repeat(99)}]`, `at position 1 there is "${'x'.repeat(20)}" where a value should be`],
  ['', 'it ends at position 0 where a value should be'],
])('of %j the place is named, what is there and what should be', (text, message) => {
  expect(() => read(text)).toThrow(new SyntaxError(message));
});

test('other white space counts where it is asked for, between tokens alone', () => {
  const isSpace = (character: string) => character === '\u00a0';
  expect(read('\u00a0{\u00a0"a\u00a0b"\u00a0:\u00a0[\u00a0]\u00a0}\u00a0', isSpace)).toEqual({
    'a\u00a0b': [],
  });
  expect(() => read('[1\u00a02]', isSpace)).toThrow(SyntaxError);
  expect(() => read('[1]\u200b', isSpace)).toThrow(SyntaxError);
});

test('only characters are asked for, and not the end of the text', () => {
  const asked: unknown[] = [];
  const isSpace = (character: string) => {
    asked.push(character);
    return character === '\u00a0';
  };
  read('[1]\u00a0', isSpace);
  expect(() => read('[1', isSpace)).toThrow(SyntaxError);
  expect(asked).toEqual(expect.arrayContaining(['\u00a0', ']']));
  expect(asked).not.toContain(undefined);
});
