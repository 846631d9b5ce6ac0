import { registerUsers } from '../../../../nodes/VolcengineRtc/operations/registerUsers';
import { sendBroadcast } from '../../../../nodes/VolcengineRtc/operations/sendBroadcast';
import { entries } from '../../../../nodes/VolcengineRtc/pipeline/reading/entries';
import { groupOf, readersOf, readRows, type Row, unsettled } from '../reading';

test('each item yields one entry or undefined, in order', () => {
  const { entries: read } = readRows([{ UserId: 1 }, { UserId: 'x' }, { UserId: 2 }]);
  expect(read.map((entry) => entry?.userId)).toEqual(['1', undefined, '2']);
  expect(read.map((entry) => entry?.itemIndex)).toEqual([0, undefined, 2]);
});

test('an item is read only when it is asked for', () => {
  const readers = readersOf([{ UserId: 1 }, { UserId: 2 }]);
  const group = jest.fn(readers.group);
  const reading = entries(2, registerUsers, { ...readers, group });
  expect(group).not.toHaveBeenCalled();
  reading.next();
  expect(group).toHaveBeenCalledTimes(1);
});

test('an item that cannot become a user fails with every problem in one message', () => {
  const { outcomes } = readRows([{ UserId: -1, IsRobot: 'maybe' }]);
  expect(outcomes[0]).toEqual({
    success: false,
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
  expect([...store.all(unsettled)]).toEqual(Array(3).fill({ success: true, ...outcome }));
});

test('a user that differs from the first of its id fails, and names the item that it contradicts', () => {
  const rows = [{ UserId: 1 }, { UserId: 7, NickName: 'Ann' }, { UserId: 7, NickName: 'Bob' }];
  const { entries: read, outcomes } = readRows(rows);
  expect(read.map((entry) => entry?.userId)).toEqual(['1', '7', undefined]);
  expect(outcomes[2]).toMatchObject({
    userId: '7',
    code: 'DuplicateUserId',
    kind: 'validation',
    attempts: 0,
    message: expect.stringContaining('Item 1 ') as string,
  });
});

test.each<[one: Row, other: Row, columns: string]>([
  [{ NickName: 'Ann' }, { NickName: 'Bob' }, 'NickName'],
  [{ NickName: 'Ann' }, {}, 'NickName'],
  [{ Ext: { a: '1' } }, { Ext: { a: '1 ' } }, 'Ext'],
  [{ Tags: 'a', IsRobot: true }, { Tags: 'a,b', IsRobot: false }, 'Tags, IsRobot'],
])('rows of a user that differ name the columns: %j and %j', (one, other, columns) => {
  const { store } = readRows([
    { UserId: 7, ...one },
    { UserId: 7, ...other },
  ]);
  const [, outcome] = store.all(unsettled);
  expect(outcome).toMatchObject({
    message: `Item 0 has the same UserId 7 and differs in ${columns}, so only that one was used. Keep one of the two.`,
  });
});

test.each<[one: Row, other: Row]>([
  [{ Ext: { a: '1', b: '2' } }, { Ext: '{"b":"2","a":1}' }],
  [{ Tags: 'a,b' }, { Tags: ['b', 'a', 'a'] }],
  [{ NickName: 'Ann ' }, { NickName: ' Ann' }],
  [{ IsRobot: 't' }, { IsRobot: 1 }],
  [{ UserId: '１０' }, { UserId: '10.0' }],
])('rows that would send the same are one: %j and %j', (one, other) => {
  const { entries: read } = readRows([
    { UserId: 7, ...one },
    { UserId: 7, ...other },
  ]);
  expect(read.map((entry) => entry?.itemIndex)).toEqual([0, undefined]);
});

test('a row whose first one cannot be read any more counts as another', () => {
  const rows = [{ UserId: 7 }, { UserId: 7 }];
  const readers = readersOf(rows);
  let times = 0;
  const columns: typeof readers.columns = (itemIndex) => {
    times += 1;
    return times === 3 ? [{ json: '7' }, { problem: 'its expression failed' }] : readers.columns(itemIndex);
  };
  const read = [...entries(2, registerUsers, { ...readers, columns })];
  expect(read).toEqual([
    expect.objectContaining({ is: 'entry', itemIndex: 0 }),
    {
      is: 'contradiction',
      itemIndex: 1,
      first: 0,
      userId: '7',
      differing: ['NickName', 'Tags', 'Portrait', 'Ext', 'IsRobot'],
    },
  ]);
});

describe('users are counted once, with what became of them', () => {
  const invalid = { IsRobot: 'maybe' };
  test.each<[kind: string, rows: Row[], failed: number, unsettled: number]>([
    ['rows without an id each count as one', [{}, {}, { UserId: 'x' }], 3, 0],
    [
      'rows of an unknown app each count as one',
      [
        { UserId: 7, appId: 'x' },
        { UserId: 7, appId: 'x' },
      ],
      2,
      0,
    ],
    [
      'invalid rows of one user',
      [
        { UserId: 7, ...invalid },
        { UserId: '07', ...invalid },
      ],
      1,
      0,
    ],
    ['an invalid row and a sound one', [{ UserId: 7, ...invalid }, { UserId: 7 }], 0, 1],
    ['a sound row and an invalid one', [{ UserId: 7 }, { UserId: 7, ...invalid }], 0, 1],
    [
      'invalid rows around a sound one',
      [{ UserId: 7, ...invalid }, { UserId: 7 }, { UserId: 7, ...invalid }],
      0,
      1,
    ],
    ['a contradiction', [{ UserId: 7 }, { UserId: 7, NickName: 'Ann' }], 0, 1],
    ['a repetition', [{ UserId: 7 }, { UserId: 7 }], 0, 1],
    [
      'users of two apps',
      [
        { UserId: 7, ...invalid },
        { UserId: 7, appId: 1 },
      ],
      1,
      1,
    ],
  ])('%s', (_kind, rows, failed, unsettled) => {
    const { store } = readRows(rows);
    expect(store.countUsers()).toEqual({ done: 0, doneBefore: 0, failed: failed + unsettled });
    rows.forEach((row, itemIndex) => {
      const isFirst = readRows(rows).entries[itemIndex] !== undefined;
      if (isFirst) store.record(itemIndex, { userId: String(row.UserId), attempts: 1 });
    });
    expect(store.countUsers()).toEqual({ done: unsettled, doneBefore: 0, failed });
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
  expect(read.map((entry) => entry?.group.appId)).toEqual(['666675', '1']);
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

test('items that are requests of their own are all sent, however alike they are', () => {
  const group = groupOf('7');
  const readers = { group: () => ({ group }), columns: () => [], isEmpty: () => false };
  expect([...entries(2, sendBroadcast, readers)]).toStrictEqual(
    [0, 1].map((itemIndex) => ({ is: 'entry', itemIndex, entry: { itemIndex, group }, isCounted: false })),
  );
});
