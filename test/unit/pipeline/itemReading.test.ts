import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { registerUsers } from '../../../nodes/VolcengineRtc/operations/registerUsers';
import { columnReader } from '../../../nodes/VolcengineRtc/pipeline/columnReader';
import { itemsOf } from './reading';

type Json = INodeExecutionData['json'];

/** What n8n offers a node whose mapping is as given. */
function contextOf(users: unknown, getNodeParameter = jest.fn()): IExecuteFunctions {
  return { getNode: () => ({ parameters: { users } }), getNodeParameter } as unknown as IExecuteFunctions;
}

function columnNamed(id: string) {
  return registerUsers.columns.find((column) => column.id === id)!;
}

function readByName(json: Json, id: string): unknown {
  return columnReader(contextOf({ mappingMode: 'autoMapInputData', value: null }), itemsOf(json))(
    0,
    columnNamed(id),
  );
}

test.each([
  ['UserId', 'UserId'],
  ['user_id', 'UserId'],
  ['User ID', 'UserId'],
  ['USER-ID', 'UserId'],
  ['userid', 'UserId'],
  [' user__id ', 'UserId'],
  ['nickName', 'NickName'],
  ['Nick Name', 'NickName'],
  ['nickname', 'NickName'],
  ['is_robot', 'IsRobot'],
  ['isRobot', 'IsRobot'],
  ['TAGS', 'Tags'],
  ['ext', 'Ext'],
])('a field named %p fills the column %s', (name, id) => {
  expect(readByName({ other: 0, [name]: 'value' }, id)).toBe('value');
});

test.each(['id', 'user', 'userIds', 'user.id', 'my_user_id', '用户ID', '__proto__', 'uſerId', 'undefined'])(
  'a field named %p fills no column UserId',
  (name) => {
    expect(readByName({ [name]: 'value' }, 'UserId')).toBeUndefined();
  },
);

test('of several fields that fit, the one spelt like the column wins, then the first', () => {
  expect(readByName({ user_id: 1, UserId: 2 }, 'UserId')).toBe(2);
  expect(readByName({ user_id: 1, 'User ID': 2 }, 'UserId')).toBe(1);
});

test('each item is looked into by itself', () => {
  const items = itemsOf({ user_id: 1 }, { UserID: 2 }, { name: 'x' });
  const read = columnReader(contextOf({ mappingMode: 'autoMapInputData' }), items);
  expect([0, 1, 2].map((i) => read(i, columnNamed('UserId')))).toEqual([1, 2, undefined]);
});

test('items with ever new field names are read all the same', () => {
  const items = Array.from({ length: 1500 }, (_, i) => ({ json: { [`field ${i}`]: i, user_id: i } }));
  const read = columnReader(contextOf({ mappingMode: 'autoMapInputData' }), items);
  expect(items.map((_, i) => read(i, columnNamed('UserId')))).toEqual(items.map((_, i) => i));
});

test('a column that is mapped to a constant has its value in every item', () => {
  const mapping = { mappingMode: 'defineBelow', value: { Tags: 'vip', IsRobot: true, NickName: null } };
  const read = columnReader(contextOf(mapping), itemsOf({ Tags: 'other' }, {}));
  expect([0, 1].map((i) => read(i, columnNamed('Tags')))).toEqual(['vip', 'vip']);
  expect(read(0, columnNamed('IsRobot'))).toBe(true);
  expect(read(0, columnNamed('NickName'))).toBeNull();
});

test('a column that is mapped to an expression gets its value from n8n, item by item', () => {
  const evaluate = jest.fn((_name: string, itemIndex: number) => `value ${itemIndex}`);
  const mapping = { mappingMode: 'defineBelow', value: { NickName: '={{ $json.a + "!" }}' } };
  const read = columnReader(contextOf(mapping, evaluate), itemsOf({}, {}));
  expect([0, 1].map((i) => read(i, columnNamed('NickName')))).toEqual(['value 0', 'value 1']);
});

test.each<[kind: string, users: unknown]>([
  ['was never opened', undefined],
  ['is empty', { mappingMode: 'defineBelow', value: null }],
  ['has other columns', { mappingMode: 'defineBelow', value: { NickName: 'Ann' } }],
])('a column of a mapping that %s has no value', (_kind, users) => {
  expect(columnReader(contextOf(users), itemsOf({ UserId: 1 }))(0, columnNamed('UserId'))).toBeUndefined();
});
