import { describeItem, isEmptyRow } from '../../../../nodes/VolcengineRtc/pipeline/reading/missingId';

const binary = { data: { data: '', mimeType: 'text/csv' } };

test.each([{}, { UserId: '', NickName: ' ' }, { a: null, b: [], c: '\u00a0' }])(
  '%j is an empty row',
  (json) => {
    expect(isEmptyRow({ json })).toBe(true);
  },
);

test.each([{ json: { a: 0 } }, { json: { a: '', b: 'x' } }, { json: {}, binary }])(
  '%j is no empty row',
  (item) => expect(isEmptyRow(item)).toBe(false),
);

test('the fields of an item are named, ten of them at most', () => {
  expect(describeItem({ json: { id: 1, name: 'Ann' } })).toBe('the item has the fields "id", "name"');
  const json = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`f${at}`, at]));
  expect(describeItem({ json })).toMatch(/^the item has the fields "f0", .*, "f9" and 2 more$/);
  const ten = Object.fromEntries(Object.entries(json).slice(0, 10));
  expect(describeItem({ json: ten })).toMatch(/, "f9"$/);
  expect(describeItem({ json: { ['x'.repeat(1000)]: 1 } })).toBe(
    `the item has the fields "${'x'.repeat(40)}…"`,
  );
});

test('a call of a webhook has its fields in its body', () => {
  const json = { headers: {}, params: {}, query: {}, body: { userId: '7' } };
  expect(describeItem({ json })).toBe(
    'the item has the fields "headers", "params", "query", "body": map the fields manually, as in {{ $json.body.userId }}',
  );
  expect(describeItem({ json: { headers: {}, body: null } })).toBe(
    'the item has the fields "headers", "body"',
  );
  expect(describeItem({ json: { body: {} } })).toBe('the item has the fields "body"');
  expect(describeItem({ json: { headers: {}, body: 'x' } })).toBe(
    'the item has the fields "headers", "body"',
  );
});

test('a file has to be taken apart', () => {
  expect(describeItem({ json: {}, binary })).toBe(
    'the item holds a file, "data": put Extract from File in front',
  );
});
