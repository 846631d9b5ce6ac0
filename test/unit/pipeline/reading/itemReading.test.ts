import type { INodeExecutionData } from 'n8n-workflow';
import type { Reading } from '../../../../nodes/VolcengineRtc/values/reading';
import { getUsers } from '../../../../nodes/VolcengineRtc/operations/getUsers';
import { registerUsers } from '../../../../nodes/VolcengineRtc/operations/registerUsers';
import { sendBroadcast } from '../../../../nodes/VolcengineRtc/operations/sendBroadcast';
import { itemsOf, readingOf } from '../reading';

type Json = INodeExecutionData['json'];

const ids = registerUsers.rows.columns.map(({ id }) => id);
const byName = { users: { mappingMode: 'autoMapInputData', value: null } };

/** What items give a column when they are mapped by name. */
function readByName(id: string, ...jsons: Json[]): Reading[] {
  const { readers } = readingOf(byName, itemsOf(...jsons));
  return jsons.map((_, itemIndex) => readers.columns(itemIndex)[ids.indexOf(id)]);
}

test.each([
  ['UserId', 'UserId'],
  ['user_id', 'UserId'],
  ['User ID', 'UserId'],
  ['USER-ID', 'UserId'],
  ['userid', 'UserId'],
  [' user__id ', 'UserId'],
  [`user${'_'.repeat(50)}id`, 'UserId'],
  ['\ufeffUserId', 'UserId'],
  ['User\u00a0ID\u200b', 'UserId'],
  ['nickName', 'NickName'],
  ['Nick Name', 'NickName'],
  ['nickname', 'NickName'],
  ['Nickname\u200b', 'NickName'],
  ['TAGS', 'Tags'],
  ['Tags (Comma-Separated)', 'Tags'],
  ['tags(comma separated)', 'Tags'],
  ['Portrait', 'Portrait'],
  ['Portrait URL', 'Portrait'],
  ['portrait_url', 'Portrait'],
  ['ext', 'Ext'],
  ['Extension', 'Ext'],
  ['extension (json)', 'Ext'],
])('a field named %j fills the column %s', (name, id) => {
  const value = id === 'Ext' ? { a: '7' } : '7';
  const json = { UserId: '7', Tags: '["7"]', Ext: '{"a":"7"}' }[id] ?? '"7"';
  expect(readByName(id, { other: 0, [name]: value })).toEqual([{ json }]);
});

test.each(['is_robot', 'isRobot', 'Is Robot', 'IS-ROBOT'])('a field named %j fills IsRobot', (name) => {
  expect(readByName('IsRobot', { [name]: 'yes' })).toEqual([{ json: 'true' }]);
});

test.each([
  ...['id', 'user', 'userIds', 'user.id', 'my_user_id', '用户ID', '__proto__', 'uſerId', 'undefined', ''],
  ...['Tags (old)', 'User ID (new)', `user${'_'.repeat(100)}id`, 'userid'.repeat(9)],
])('a field named %j fills no column', (name) => {
  const { readers, unusedFields } = readingOf(byName, itemsOf({ [name]: '7' }));
  expect(readers.columns(0)).toEqual(ids.map(() => undefined));
  expect([...unusedFields]).toEqual([name]);
});

describe('of several fields that fit a column', () => {
  test.each<[kind: string, id: string, json: Json, given: string]>([
    ['empty text', 'UserId', { UserId: '', user_id: '3' }, '3'],
    ['null', 'UserId', { UserId: null, user_id: '3' }, '3'],
    ['white space', 'NickName', { nickname: ' \u200b', nick_name: 'Ann' }, '"Ann"'],
    ['an empty list', 'Tags', { tags: [], Tags: 'vip' }, '["vip"]'],
    ['commas alone', 'Tags', { tags: ',', Tags: 'vip' }, '["vip"]'],
    ['an empty object', 'Ext', { ext: {}, Extension: { a: '1' } }, '{"a":"1"}'],
    ['empty text behind', 'UserId', { user_id: '3', UserId: '' }, '3'],
  ])('%s does not count', (_kind, id, json, given) => {
    expect(readByName(id, json)).toEqual([{ json: given }]);
  });

  test.each<[id: string, json: Json, given: string]>([
    ['UserId', { UserId: '7', user_id: 7, USERID: '007' }, '7'],
    ['NickName', { NickName: 'Ann', nickname: ' Ann ' }, '"Ann"'],
    ['Tags', { Tags: 'a,b', tags: ['b', 'a'] }, '["a","b"]'],
    ['Ext', { Ext: { a: '1', b: '2' }, extension: '{"b":"2","a":"1"}' }, '{"a":"1","b":"2"}'],
    ['IsRobot', { IsRobot: true, is_robot: 'yes' }, 'true'],
  ])('those of %s may say the same', (id, json, given) => {
    expect(readByName(id, json)).toEqual([{ json: given }]);
  });

  test.each<[id: string, json: Json, problem: string]>([
    [
      'UserId',
      { userid: '11', USER_ID: '12' },
      'the fields "userid" ("11") and "USER_ID" ("12") both fit it and differ: keep one of them',
    ],
    [
      'UserId',
      { user_id: 1, UserId: 2 },
      'the fields "user_id" ("1") and "UserId" ("2") both fit it and differ: keep one of them',
    ],
    [
      'Portrait',
      { Portrait: 'a', 'Portrait URL': '', portraitUrl: 'b' },
      'the fields "Portrait" ("a") and "portraitUrl" ("b") both fit it and differ: keep one of them',
    ],
    [
      'UserId',
      { userid: 'ann', USER_ID: '12' },
      'the fields "userid" ("ann") and "USER_ID" ("12") both fit it and differ: keep one of them',
    ],
    [
      'UserId',
      { userid: 'ann', USER_ID: 'bob' },
      'the fields "userid" ("ann") and "USER_ID" ("bob") both fit it and differ: keep one of them',
    ],
    [
      'UserId',
      { userid: '12', USER_ID: 'ann' },
      'the fields "userid" ("12") and "USER_ID" ("ann") both fit it and differ: keep one of them',
    ],
    ['NickName', { nickname: [1], NickName: [1] }, '"[1]" is not text'],
  ])('those of %s may not differ', (id, json, problem) => {
    expect(readByName(id, json)).toEqual([{ problem }]);
  });
});

test('each item is looked into by itself', () => {
  const given = readByName('UserId', { user_id: 1 }, { UserID: 2 }, { name: 'x' }, { user_id: 3 });
  expect(given).toEqual([{ json: '1' }, { json: '2' }, undefined, { json: '3' }]);
});

test('items with ever new field names are read all the same', () => {
  const jsons = Array.from({ length: 1500 }, (_, i) => ({ [`field ${i}`]: i, user_id: i }));
  expect(readByName('UserId', ...jsons)).toEqual(jsons.map((_, i) => ({ json: String(i) })));
});

test('an item may be asked about in between', () => {
  const { readers } = readingOf(byName, itemsOf({ user_id: 1 }, { name: 'Ann' }, { '': '' }));
  readers.columns(0);
  expect([readers.describeItem?.(1), readers.isEmpty(1)]).toEqual(['the item has the fields "name"', false]);
  expect([readers.columns(1)[0], readers.columns(0)[0]]).toEqual([undefined, { json: '1' }]);
  expect([readers.isEmpty(2), readers.isEmpty(0)]).toEqual([true, false]);
});

test('the fields that no column took are remembered, each once', () => {
  const items = itemsOf(
    { UserId: 1, avatar: 'a' },
    { UserId: 2, avatar: 'b', phone: '1' },
    { Tags: '', id: 7 },
  );
  const { readers, unusedFields } = readingOf(byName, items);
  items.forEach((_, itemIndex) => readers.columns(itemIndex));
  expect([...unusedFields]).toEqual(['avatar', 'phone', 'id']);
});

test('a column that is mapped to a constant has its value in every item, and is read once', () => {
  const value = { Tags: 'vip', IsRobot: true, NickName: null, Ext: '{' };
  const { readers, unusedFields } = readingOf(
    { users: { mappingMode: 'defineBelow', value } },
    itemsOf({ Tags: 'other' }, {}),
  );
  const expected = [
    undefined,
    undefined,
    { json: '["vip"]' },
    undefined,
    expect.anything(),
    { json: 'true' },
  ];
  expect([0, 1].map((itemIndex) => readers.columns(itemIndex))).toEqual([expected, expected]);
  expect(readers.columns(1)[4]).toBe(readers.columns(0)[4]);
  expect(unusedFields.size).toBe(0);
});

test('where columns are mapped one by one, a row with nothing in it is empty too', () => {
  const { readers } = readingOf({ users: { value: {} } }, itemsOf({ a: ' ' }, { a: 'x' }));
  expect([readers.isEmpty(0), readers.isEmpty(1), readers.describeItem]).toEqual([true, false, undefined]);
});

test('a column that is mapped to an expression gets its value from n8n, item by item', () => {
  const value = { NickName: '={{ $json.a + "!" }}' };
  const evaluate = jest.fn((_name: string, itemIndex: number) => `value ${itemIndex}`);
  const { readers } = readingOf({ users: { value } as never }, itemsOf({}, {}), evaluate);
  expect([0, 1].map((itemIndex) => readers.columns(itemIndex)[1])).toEqual([
    { json: '"value 0"' },
    { json: '"value 1"' },
  ]);
  expect(evaluate.mock.calls.map(([name]) => name)).toEqual(Array(2).fill('users.value.NickName'));
});

test('an expression that fails is a problem of its column alone', () => {
  const value = { UserId: '7', NickName: '={{ $json.a + "!" }}' };
  const fail = () => {
    throw new Error('no such field');
  };
  const { readers } = readingOf({ users: { value }, appId: '={{ $json.app + 1 }}' }, itemsOf({}), fail);
  const problem = 'its expression failed: no such field';
  expect(readers.columns(0).slice(0, 2)).toEqual([{ json: '7' }, { problem }]);
  expect(readers.group(0)).toEqual({ problems: [`App ID: ${problem}`] });
});

test('a value that throws when it is read is a problem of its column alone', () => {
  const hostile = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('do not touch');
      },
    },
  );
  const problem = 'it cannot be read: do not touch';
  expect(readByName('Ext', { Ext: hostile })).toEqual([{ problem }]);
});

test.each<[kind: string, users: Json[string]]>([
  ['was never opened', undefined],
  ['is empty', { mappingMode: 'defineBelow', value: null }],
  ['has other columns', { mappingMode: 'defineBelow', value: { NickName: 'Ann' } }],
])('a column of a mapping that %s has no value', (_kind, users) => {
  const { readers } = readingOf({ users }, itemsOf({ UserId: 1 }));
  expect(readers.columns(0)[0]).toBeUndefined();
});

test.each(['', ' ', undefined, null])('an app of %j is none', (appId) => {
  const { readers } = readingOf({ appId: appId as string }, itemsOf({}));
  expect(readers.group(0)).toEqual({ problems: ["'App ID' is missing"] });
});

test('an operation that takes ids alone reads them from a parameter of its own', () => {
  const parameters = { appId: '7', userId: '={{ $json.id }}', users: { value: { UserId: '9' } } };
  const items = itemsOf({ id: 1 }, {}, { id: 'x' });
  const { readers, columns } = readingOf(parameters, items, jest.fn(), getUsers);
  expect(items.map((_, itemIndex) => readers.columns(itemIndex))).toEqual([
    [{ json: '1' }],
    [undefined],
    [{ problem: expect.any(String) as string }],
  ]);
  expect(items.map((_, itemIndex) => readers.isEmpty(itemIndex))).toEqual([false, true, false]);
  expect(columns.map(({ name, raw }) => [name, raw])).toEqual([['UserId', '={{ $json.id }}']]);
});

test('an operation without rows has nothing but the members of its request', () => {
  const { readers, columns, unusedFields } = readingOf({}, itemsOf({ a: 1 }), jest.fn(), sendBroadcast);
  expect([readers.columns(0), readers.isEmpty(0), columns, [...unusedFields]]).toEqual([[], false, [], []]);
});
