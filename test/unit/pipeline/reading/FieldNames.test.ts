import type { Column } from '../../../../nodes/VolcengineRtc/operations/column';
import { FieldNames } from '../../../../nodes/VolcengineRtc/pipeline/reading/FieldNames';

const column = (id: string, displayName: string): Column => ({
  id,
  displayName,
  type: 'string',
  required: false,
  read: () => undefined,
});

const columns = [column('Size', 'Length (in m)'), column('Hue', 'Color (RGB)')];

test.each(['Size', 'Length (in m)', 'length_(inm)', 'Length'])(
  'a label is known whole, and without its parenthesis: %s',
  (name) => expect(new FieldNames(columns).match({ [name]: 1 })).toEqual([[name], []]),
);

test('a parenthesis in the middle of a label is a part of it', () => {
  const names = new FieldNames([column('Size', 'Length (in m) at most')]);
  expect(names.match({ 'length (in m) at most': 1 })).toEqual([['length (in m) at most']]);
  expect(names.match({ 'length at most': 1 })).toEqual([[]]);
});

test('all fields of a column are given, in the order of the item', () => {
  const names = new FieldNames(columns);
  expect(names.match({ color: 1, size: 2, hue: 3 })).toEqual([['size'], ['color', 'hue']]);
  expect(names.match({ color: 1, size: 2 })).toEqual([['size'], ['color']]);
  expect(names.match({ 'color (rgb)': 1, size: 2 })).toEqual([['size'], ['color (rgb)']]);
});

test('an item without fields has none for any column', () => {
  expect(new FieldNames(columns).match({})).toEqual([[], []]);
});

test('items with the same fields are matched once', () => {
  const names = new FieldNames(columns);
  const fields = names.match({ size: 1, x: 2 });
  expect(names.match({ size: 3, x: 4 })).toBe(fields);
  expect(names.match({ size: 3, x: 4, y: 5 })).not.toBe(fields);
  expect(names.match({ x: 4, size: 3 })).toEqual(fields);
});

test('the names of an item are listed once', () => {
  const names = new FieldNames(columns);
  const json = { size: 1 };
  expect(names.namesOf(json)).toBe(names.namesOf(json));
  expect(names.namesOf({ hue: 1 })).toEqual(['hue']);
});

test('a thousand unused fields are remembered', () => {
  const names = new FieldNames(columns);
  const json = Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`f${at}`, at]));
  names.match(json);
  expect(names.unused.size).toBe(1000);
  expect(names.namesOf(json)).toEqual(Object.keys(json));
});
