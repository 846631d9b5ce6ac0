import { operations } from '../../../nodes/VolcengineRtc/operations';
import { columnsHint, nodeHint, operationHint } from '../../../nodes/VolcengineRtc/operations/builderHints';
import { fieldsOf } from '../../../nodes/VolcengineRtc/operations/fields';
import { VolcengineRtc } from '../../../nodes/VolcengineRtc/VolcengineRtc.node';

const hints = Object.fromEntries(
  operations.map((operation) => [operation.name, operationHint(operation)?.propertyHint]),
);

test('the node says which output is which, and what it does by itself', () => {
  const { builderHint } = new VolcengineRtc().description;
  expect(builderHint?.searchHint).toContain('Output 0 is Success, output 1 is Failed.');
  expect(builderHint?.searchHint).toContain('no Loop Over Items, no Wait, no Retry On Fail');
});

test('an operation says what it adds to an outcome, and that an item may be more than a user', () => {
  expect(hints).toEqual({
    registerUsers: undefined,
    registerOrUpdateUsers: 'Items on Success also have outcome.action.',
    updateUsers: undefined,
    unregisterUsers: undefined,
    getUsers:
      'Items on Success also have outcome.user (userId, nickName, portrait, tags, ext, isRobot, createTime, modifyTime).',
    addUserTags: undefined,
    removeUserTags: undefined,
    getOnlineStatus:
      'Items on Success also have outcome.online and outcome.connections (platform, deviceId, connectionId, clientVersion).',
    sendBroadcast: 'Each input item is a broadcast of its own, so give it one item.',
  });
});

test('the hints stand at the operations and at the mappings of their own columns', () => {
  const fields = fieldsOf(operations);
  const options = fields.filter(({ name }) => name === 'operation').flatMap(({ options = [] }) => options);
  expect(
    Object.fromEntries(
      options.map((option) => [
        'value' in option && option.value,
        'builderHint' in option ? option.builderHint?.propertyHint : undefined,
      ]),
    ),
  ).toEqual(hints);
  for (const { name, rows } of operations) {
    if (rows?.from !== 'users') continue;
    const mapping = fields.find(
      (field) => field.name === 'users' && field.displayOptions?.show?.operation?.includes(name),
    );
    expect(mapping?.builderHint).toEqual(columnsHint(rows.columns));
    expect(mapping?.builderHint?.propertyHint).toMatch(/^Columns: UserId \(required\), NickName, Tags, /);
  }
});

test('no hint has the braces of a saved expression, which are not those of the builder', () => {
  const all = JSON.stringify([nodeHint, hints, fieldsOf(operations).map(({ builderHint }) => builderHint)]);
  expect(all).not.toContain('={{');
});
