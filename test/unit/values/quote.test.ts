import { quote, quoteAround } from '../../../nodes/VolcengineRtc/values/quote';

test.each<[value: unknown, shown: string]>([
  ['Ann', '"Ann"'],
  [7, '"7"'],
  [null, '"null"'],
  [undefined, '"undefined"'],
  [['a', 1, null, { b: [true] }], '"["a",1,null,{"b":[true]}]"'],
  [{ a: { b: 'c' }, d: 2n }, '"{"a":{"b":"c"},"d":2}"'],
  [new Date(0), '"1970-01-01T00:00:00.000Z"'],
  [new Date(NaN), '"an invalid date"'],
  [new Map([[1, 2]]), '"[object Map]"'],
  [Object.assign(Object.create(null) as object, { a: 1 }), '"{"a":1}"'],
  ['\ud83d', '"\ufffd"'],
])('%p is shown as %s', (value, shown) => {
  expect(quote(value)).toBe(shown);
});

test.each<[kind: string, value: unknown]>([
  ['a long text', 'x'.repeat(1000)],
  ['a text of emoji', '😀'.repeat(41)],
  ['a long list', Array(1000).fill('x')],
  ['an object of many members', Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`a${i}`, i]))],
  ['a list with a long text', ['x'.repeat(1000)]],
  ['a list of lists', JSON.parse('['.repeat(1000) + ']'.repeat(1000))],
])('of %s the beginning is shown', (_kind, value) => {
  const characters = [...quote(value)];
  expect(characters).toHaveLength(43);
  expect(characters.at(-2)).toBe('…');
});

test('an object that is in itself, or throws when it is looked at, is shown all the same', () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  expect(quote(cycle)).toMatch(/^"\[{40}…"$/);
  const hostile = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no');
      },
    },
  );
  expect(quote(hostile)).toBe('"object"');
});

test('around a place, the characters before and after it are shown', () => {
  expect(quoteAround('abc', 1)).toBe('"abc"');
  const text = 'a'.repeat(50) + '!' + 'b'.repeat(50);
  expect(quoteAround(text, 50)).toBe(`"…${'a'.repeat(20)}!${'b'.repeat(19)}…"`);
  expect(quoteAround(text, 0)).toBe(`"${'a'.repeat(40)}…"`);
  expect(quoteAround(text, 101)).toBe(`"…${'b'.repeat(20)}"`);
});
