import { registerUsers } from '../../../nodes/VolcengineRtc/operations/registerUsers';
import { readEntry } from '../../../nodes/VolcengineRtc/pipeline/readEntry';
import { readersOf, type Row } from './reading';

function read(row: Row) {
  return readEntry(0, registerUsers.columns, readersOf([row]));
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
    appId: '666675',
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

test('a member whose value says nothing is left out', () => {
  expect(read({ UserId: 1, Tags: ' , ' })).toMatchObject({ json: '{"UserId":1}' });
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
  expect(read({ UserId })).toEqual(['UserId is missing']);
});

test('every problem is named, that of the app among them', () => {
  const row = { appId: '5f3c', UserId: -1, NickName: 'x'.repeat(101), Ext: [], IsRobot: 'maybe' };
  const problems = read(row) as string[];
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
    'App',
    'UserId:',
    'NickName:',
    'Ext:',
    'IsRobot:',
  ]);
});

test('an app that is empty is missing', () => {
  expect(read({ appId: '', UserId: 1 })).toEqual(['App ID is missing']);
});

test('an expression that fails is a problem of its column alone', () => {
  const readers = readersOf([{ UserId: 1 }]);
  const column: typeof readers.column = (itemIndex, { id }) => {
    if (id === 'NickName') throw new Error('no such field');
    return readers.column(itemIndex, { id } as never);
  };
  expect(readEntry(0, registerUsers.columns, { ...readers, column })).toEqual([
    'NickName: its expression failed: no such field',
  ]);
});

test('an expression of the app that fails is a problem of the item', () => {
  const appId = () => {
    throw new Error('no such field');
  };
  expect(readEntry(0, registerUsers.columns, { ...readersOf([{ UserId: 1 }]), appId })).toEqual([
    'App ID: its expression failed: no such field',
  ]);
});
