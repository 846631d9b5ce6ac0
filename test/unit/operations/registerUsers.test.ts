import { operationNamed, operations, UnknownOperationError } from '../../../nodes/VolcengineRtc/operations';
import { registerUsers } from '../../../nodes/VolcengineRtc/operations/registerUsers';

test('Register Users is the first operation, so the default', () => {
  expect(operations[0]).toBe(registerUsers);
  expect(operationNamed('registerUsers')).toBe(registerUsers);
});

test.each(['whatever', '', 'RegisterUsers', 'constructor', undefined, null, 7, {}])(
  'there is no operation %p',
  (name) => {
    expect(operationNamed(name)).toBeUndefined();
  },
);

test.each([
  ['flyUsers', 'flyUsers'],
  [undefined, 'undefined'],
  ['x'.repeat(101), 'x'.repeat(100)],
])('an operation that is not known is named: %p', (name, named) => {
  expect(new UnknownOperationError(name)).toMatchObject({
    message: `This version of the node has no operation "${named}" of the resource "user".`,
    description: 'Choose one from the list, or update the package.',
  });
});

test('the limits are those of the documentation, and a reply is read up to 512 KiB', () => {
  expect(registerUsers.limits).toEqual({ rowsPerRequest: 20, requestsPerSecond: 50, replyBytes: 524_288 });
  expect(registerUsers.api).toEqual({ action: 'RegisterUsers', version: '2020-12-01' });
});

test.each([
  ['NickName', 100],
  ['Portrait', 500],
])('%s may have %i characters', (id, limit) => {
  const read = registerUsers.rows.columns.find((column) => column.id === id)?.read;
  expect(read?.('😀'.repeat(limit))).toHaveProperty('json');
  expect(read?.('😀'.repeat(limit + 1))).toHaveProperty('problem');
});

test.each([...registerUsers.rows.columns])('the column $id throws for no value at all', ({ read }) => {
  const value = Object.assign(Object.create(null) as object, { a: 1n });
  expect(() => read(value)).not.toThrow();
});
