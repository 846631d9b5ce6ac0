import { readMessageContent, readMessageText } from '../../../nodes/VolcengineRtc/values/message';
import { jsonOf, problemOf } from '../../support/values/reading';

/** The content as a client gets it. */
const contentOf = (reading: ReturnType<typeof readMessageText>) =>
  JSON.parse(jsonOf(reading) ?? '') as string;

test.each(['Hi', ' two\nlines ', '"quoted" \\ 世界 👩‍🚀', 7, true])(
  'the text %j is put into the form of clients',
  (text) => {
    expect(JSON.parse(contentOf(readMessageText(text)))).toEqual({ text: String(text) });
  },
);

test.each(['', ' \n', '\ufeff', null, undefined])('the text %j is not given', (text) => {
  expect(readMessageText(text)).toBeUndefined();
});

test.each([
  ['half of a character', 'a\ud800'],
  ['an object', {}],
  ['a number that has lost digits', 2 ** 60],
  ['64 KiB and more', 'x'.repeat(65_537)],
])('%s is no text of a message', (_kind, text) => {
  expect(problemOf(readMessageText(text))).toEqual(expect.any(String));
});

test.each([
  ['{"a":1.10}', '{"a":1.10}'],
  [' [1, 2] ', '[1, 2]'],
  ['"plain"', '"plain"'],
  ['12345678901234567890', '12345678901234567890'],
])('the JSON %j goes out as it is written', (given, content) => {
  expect(contentOf(readMessageContent(given))).toBe(content);
});

test.each([
  [{ a: [1, null] }, '{"a":[1,null]}'],
  [[1], '[1]'],
  [7, '7'],
])('the value %j becomes JSON', (given, content) => {
  expect(contentOf(readMessageContent(given))).toBe(content);
});

test.each(['', ' ', null, undefined])('the content %j is not given', (content) => {
  expect(readMessageContent(content)).toBeUndefined();
});

test.each([
  ['text that is no JSON', '{a:1}'],
  ['JSON with more behind it', '{} {}'],
  ['64 KiB and more as text', `"${'x'.repeat(65_536)}"`],
  ['64 KiB and more as a value', ['x'.repeat(65_536)]],
  ['half of a character', '"\ud800"'],
  ['a function', () => {}],
])('%s is no content of a message', (_kind, content) => {
  expect(problemOf(readMessageContent(content))).toEqual(expect.any(String));
});
