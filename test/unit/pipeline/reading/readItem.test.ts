import { registerUsers } from '../../../../nodes/VolcengineRtc/operations/registerUsers';
import { registerOrUpdateUsers } from '../../../../nodes/VolcengineRtc/operations/registerOrUpdateUsers';
import { sendBroadcast } from '../../../../nodes/VolcengineRtc/operations/sendBroadcast';
import { updateUsers } from '../../../../nodes/VolcengineRtc/operations/updateUsers';
import {
  type InvalidItem,
  readItem,
  type Readers,
  toEntry,
} from '../../../../nodes/VolcengineRtc/pipeline/reading/readItem';
import { groupOf, readersOf, type Row } from '../reading';

const { rows } = registerUsers;

function read(row: Row) {
  return readWith(readersOf([row]));
}

function readWith(readers: Readers) {
  const item = readItem(0, rows, readers);
  return 'problems' in item ? item : toEntry(0, registerUsers, item);
}

test('an item becomes a user with all its members', () => {
  const row = {
    UserId: '9007199254740993',
    NickName: '张三',
    Tags: 'vip, beta',
    Portrait: 'https://example.com/a.png',
    Ext: { level: 7 },
    IsRobot: 'no',
  };
  expect(read({ appId: ' 00666675', ...row })).toEqual({
    itemIndex: 0,
    group: groupOf('666675'),
    userId: '9007199254740993',
    json: '{"UserId":9007199254740993,"NickName":"张三","Tags":["vip","beta"],"Portrait":"https://example.com/a.png","Ext":{"level":"7"},"IsRobot":false}',
  });
});

test.each([
  ['empty text', ''],
  ['null', null],
  ['undefined', undefined],
])('a member that is %s is left out', (_kind, value) => {
  const row = { UserId: 1, NickName: value, Tags: value, Portrait: value, Ext: value, IsRobot: value };
  expect(read(row)).toMatchObject({ json: '{"UserId":1}' });
});

test.each([
  ['white space', ' \t\n'],
  ['invisible characters', '\ufeff\u200b\u00a0'],
  ['an empty list', []],
])('a member that is %s is left out, in every column', (_kind, value) => {
  const row = { UserId: 1, NickName: value, Tags: value, Portrait: value, Ext: value, IsRobot: value };
  expect(read(row)).toMatchObject({ json: '{"UserId":1}' });
  expect(read({ ...row, UserId: value })).toEqual({
    problems: ['UserId is missing'],
    group: groupOf('666675'),
  });
});

test('a member whose value says nothing is left out', () => {
  expect(read({ UserId: 1, Tags: ' , ', Ext: {} })).toMatchObject({ json: '{"UserId":1}' });
});

test('the numbers zero and false are given', () => {
  expect(read({ UserId: 0, NickName: 0, IsRobot: false })).toMatchObject({
    userId: '0',
    json: '{"UserId":0,"NickName":"0","IsRobot":false}',
  });
});

test.each([
  ['empty text', ''],
  ['null', null],
  ['undefined', undefined],
])('a UserId of %s is missing', (_kind, UserId) => {
  expect(read({ UserId })).toEqual({ problems: ['UserId is missing'], group: groupOf('666675') });
});

test('every problem is named, that of the app among them', () => {
  const row = { appId: '5f3c', UserId: -1, NickName: 'x'.repeat(101), Ext: [7], IsRobot: 'maybe' };
  const { problems } = read(row) as InvalidItem;
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
    'App',
    'UserId:',
    'NickName:',
    'Ext:',
    'IsRobot:',
  ]);
});

test('an invalid item has its app and its id, as far as they can be read', () => {
  expect(read({ UserId: '007', IsRobot: 'maybe' })).toMatchObject({ group: groupOf('666675'), userId: '7' });
  expect(read({ UserId: 'x' })).toMatchObject({ group: groupOf('666675'), userId: undefined });
  expect(read({ UserId: 7, appId: 'x' })).toEqual(
    expect.objectContaining({ problems: [expect.stringMatching(/^App ID: /)], userId: '7' }),
  );
});

test('an app that is not given is missing', () => {
  const readers = { ...readersOf([{ UserId: 1 }]), group: () => ({ problems: ['App ID is missing'] }) };
  expect(readWith(readers)).toMatchObject({ problems: ['App ID is missing'] });
});

test('a row with nothing in it has one problem', () => {
  const readers = {
    ...readersOf([{}]),
    group: () => ({ problems: ['App ID is missing'] }),
    isEmpty: () => true,
  };
  expect(readWith(readers)).toMatchObject({
    problems: ['UserId is missing: the row is empty'],
  });
});

test('an item with an id is not asked what it has', () => {
  const asked = jest.fn(() => true);
  const readers = { ...readersOf([{ UserId: 7, IsRobot: 'maybe' }]), isEmpty: asked };
  readWith(readers);
  expect(asked).not.toHaveBeenCalled();
});

test('an item without an id says what it has, beside its other problems', () => {
  const readers = { ...readersOf([{ IsRobot: 'maybe' }]), describeItem: () => 'it has a name' };
  const { problems } = readWith(readers) as InvalidItem;
  expect(problems).toEqual([
    'UserId is missing: it has a name',
    expect.stringMatching(/^IsRobot: .*as well\)$/),
  ]);
});

describe('where a row must give something besides its id', () => {
  const readUpdate = (row: Row) =>
    readItem(0, updateUsers.rows, { ...readersOf([row]), columns: columnsOf(row) });
  const columnsOf = (row: Row) => (itemIndex: number) => readersOf([row]).columns(itemIndex).slice(0, 5);

  test.each<Row>([{ NickName: 'Ann' }, { Ext: { a: 1 } }, { NickName: 'Ann', Ext: { a: 1 } }])(
    '%j is enough',
    (row) => {
      expect(readUpdate({ UserId: 7, ...row })).toMatchObject({ group: groupOf('666675') });
      expect(readUpdate({ UserId: 7, ...row })).not.toHaveProperty('problems');
    },
  );

  test('an id alone is not', () => {
    expect(readUpdate({ UserId: 7 })).toEqual({
      problems: ['There is nothing to update: give at least one field besides UserId'],
      code: 'NothingToUpdate',
      group: groupOf('666675'),
      userId: '7',
    });
  });
});

describe('where another operation follows for those who exist', () => {
  const entryOf = (row: Row) => {
    const item = readItem(0, rows, readersOf([row]));
    return 'problems' in item ? item : toEntry(0, registerOrUpdateUsers, item);
  };

  test('a row has what is to be sent then, without what that one does not take', () => {
    expect(entryOf({ UserId: 7, NickName: 'Ann', IsRobot: true })).toEqual({
      itemIndex: 0,
      group: groupOf('666675'),
      userId: '7',
      json: '{"UserId":7,"NickName":"Ann","IsRobot":true}',
      followUp: '{"UserId":7,"NickName":"Ann"}',
    });
  });

  test.each<Row>([{ UserId: 7 }, { UserId: 7, IsRobot: true }])('%j has nothing for it', (row) => {
    expect(entryOf(row)).not.toHaveProperty('followUp');
  });
});

describe('where an item is a request of its own', () => {
  const readersWith = (group: ReturnType<Readers['group']>): Readers => ({
    group: () => group,
    columns: () => [],
    isEmpty: () => false,
  });

  test('it is its members, and no user', () => {
    const group = groupOf('7');
    const item = readItem(3, undefined, readersWith({ group }));
    expect(item).toEqual({ group, members: [] });
    expect(toEntry(3, sendBroadcast, { group, members: [] })).toStrictEqual({ itemIndex: 3, group });
  });

  test.each([
    [undefined, 'InvalidItem'],
    ['NoRecipients', 'NoRecipients'],
  ])('its problems have the code of the member, %p, or else one of its own', (code, expected) => {
    const problems = ['Tags: it is odd'];
    expect(readItem(3, undefined, readersWith({ problems, code }))).toEqual({
      problems,
      code: expected,
      userId: undefined,
    });
  });
});
