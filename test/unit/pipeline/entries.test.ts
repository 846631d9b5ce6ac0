import { registerUsers } from '../../../nodes/VolcengineRtc/operations/registerUsers';
import { entries } from '../../../nodes/VolcengineRtc/pipeline/entries';
import { Outcomes } from '../../../nodes/VolcengineRtc/pipeline/Outcomes';
import { readersOf, readRows, unsettled } from './reading';

test('each item yields one entry or undefined, in order', () => {
  const { entries: read } = readRows([{ UserId: 1 }, { UserId: 'x' }, { UserId: 2 }]);
  expect(read.map((entry) => entry?.userId)).toEqual(['1', undefined, '2']);
  expect(read.map((entry) => entry?.itemIndex)).toEqual([0, undefined, 2]);
});

test('an item is read only when it is asked for', () => {
  const readers = readersOf([{ UserId: 1 }, { UserId: 2 }]);
  const appId = jest.fn(readers.appId);
  const reading = entries(2, registerUsers, { ...readers, appId }, new Outcomes(2));
  expect(appId).not.toHaveBeenCalled();
  reading.next();
  expect(appId).toHaveBeenCalledTimes(1);
});

test('an item that cannot become a user fails with every problem in one message', () => {
  const { outcomes } = readRows([{ UserId: -1, IsRobot: 'maybe' }]);
  expect(outcomes[0]).toEqual({
    code: 'InvalidUser',
    message: expect.stringMatching(/^UserId: .*\. IsRobot: .*\.$/) as string,
    kind: 'validation',
    retryable: false,
    attempts: 0,
  });
});

test('identical users are sent once and share the outcome', () => {
  const rows = [
    { UserId: '7', NickName: 'Ann' },
    { UserId: 7, NickName: 'Ann' },
    { UserId: '007', NickName: 'Ann', Tags: '' },
  ];
  const { entries: read, store } = readRows(rows);
  expect(read.filter((entry) => entry !== undefined)).toHaveLength(1);
  const outcome = { userId: '7', attempts: 1, requestId: 'r' };
  store.record(0, outcome);
  expect([...store.all(unsettled)]).toEqual([outcome, outcome, outcome]);
});

test('a user that differs from the first of its id fails, and names the item that it contradicts', () => {
  const rows = [{ UserId: 1 }, { UserId: 7, NickName: 'Ann' }, { UserId: 7, NickName: 'Bob' }];
  const { entries: read, outcomes } = readRows(rows);
  expect(read.map((entry) => entry?.userId)).toEqual(['1', '7', undefined]);
  expect(outcomes[2]).toMatchObject({
    userId: '7',
    code: 'DuplicateUserId',
    kind: 'validation',
    retryable: false,
    attempts: 0,
    message: expect.stringContaining('Item 1 ') as string,
  });
});

test('a user is compared with the first of its id, not with the last', () => {
  const names = ['Ann', 'Bob', 'Ann', 'Bob'];
  const { outcomes } = readRows(names.map((NickName) => ({ UserId: 7, NickName })));
  expect(outcomes.map(({ code }) => code)).toEqual([
    'Unsettled',
    'DuplicateUserId',
    'Unsettled',
    'DuplicateUserId',
  ]);
});

test('the same id in another app is another user', () => {
  const { entries: read } = readRows([{ UserId: 7 }, { UserId: 7, NickName: 'Bob', appId: 1 }]);
  expect(read.map((entry) => entry?.appId)).toEqual(['666675', '1']);
});

test('app and user are not mixed up', () => {
  const { entries: read } = readRows([
    { appId: 1, UserId: 23 },
    { appId: 12, UserId: 3 },
  ]);
  expect(read.filter((entry) => entry !== undefined)).toHaveLength(2);
});

test('an item that is no user does not count as the first of its id', () => {
  const { entries: read } = readRows([{ UserId: 7, IsRobot: 'maybe' }, { UserId: 7 }]);
  expect(read.map((entry) => entry?.itemIndex)).toEqual([undefined, 1]);
});
