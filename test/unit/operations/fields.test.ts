import { operations } from '../../../nodes/VolcengineRtc/operations';
import { fieldsOf } from '../../../nodes/VolcengineRtc/operations/fields';

const fields = fieldsOf(operations);

test.each(operations)('$name shows what a request has, then its users, then its options', (operation) => {
  const shown = fields
    .filter(({ displayOptions }) => displayOptions?.show?.operation?.includes(operation.name))
    .map(({ name }) => name);
  expect(shown).toEqual([
    ...new Set(operation.request.flatMap(({ fields }) => fields.map(({ name }) => name))),
    ...(operation.rows === undefined ? [] : [operation.rows.from]),
    'options',
  ]);
});
