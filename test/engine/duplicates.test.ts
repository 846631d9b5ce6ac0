import type { IDataObject } from 'n8n-workflow';
import { type Emulator, type Fault, sampleAppId } from '../support/emulator';
import { startWithOwnKey } from '../support/engine/keys';
import { outcomesOf } from '../support/outcomes/outcomes';
import { registerUsers, type RegisterUsersSetUp } from '../support/engine/registerUsers';

let emulator: Emulator;
let credential: { accessKeyId: string };
beforeEach(async () => {
  ({ emulator, credential } = await startWithOwnKey());
});
afterEach(async () => await emulator.close());

const register = async (rows: IDataObject[], setUp: RegisterUsersSetUp = {}) =>
  await registerUsers(emulator, rows, { credential, ...setUp });

/** Two rows of one user that differ. */
const ann = { UserId: '1', NickName: 'Ann' };
const bob = { UserId: '1', NickName: 'Bob' };

const once = { maxAttempts: 1 };
const failures: Array<[kind: string, faults: Fault[], options: RegisterUsersSetUp['options']]> = [
  ['is refused', [{ rejectUsers: { '1': 'UserNotFound' } }], {}],
  ['is refused as a whole request', [{ status: 400, code: 'InvalidParam' }], {}],
  ['is throttled', [{ rejectUsers: { '1': 'RateLimitExceeded' } }], once],
  ['gets no answer', [{ reset: 'beforeApplying' }], once],
  ['meets a failing service', [{ status: 503 }], once],
  ['meets a proxy', [{ status: 403, body: '<html></html>' }], once],
];

describe('a later row of a user that differs from the first', () => {
  test.each(failures)('may go in a later run where the first one %s', async (_kind, faults, options) => {
    emulator.setFaults(faults);
    const { success, failed } = await register([ann, bob, { ...bob }], { options });
    expect(success).toEqual([]);
    const [first, ...later] = outcomesOf(failed);
    expect(first).toMatchObject({ userId: '1', attempts: 1 });
    expect(first?.code).not.toBe('DuplicateUserId');
    expect(later).toMatchObject(
      Array(2).fill({ code: 'DuplicateUserId', kind: 'validation', retryable: true, attempts: 0 }),
    );
    expect(emulator.arrivals.map(({ userIds }) => userIds)).toEqual([['1']]);
  });

  test('may not where the first one was registered', async () => {
    const { success, failed } = await register([ann, bob]);
    expect(success.map(({ json }) => json.NickName)).toEqual(['Ann']);
    expect(outcomesOf(failed)).toMatchObject([{ code: 'DuplicateUserId', retryable: false }]);
    expect(emulator.ledger.find(sampleAppId, '1')?.profile).toEqual({ NickName: 'Ann' });
  });

  test.each([
    ['fail', true],
    ['succeed', false],
  ] as const)('where the first one exists and Existing Users is %s: %p', async (existingUsers, retryable) => {
    emulator.ledger.seed(sampleAppId, ['1']);
    const { failed } = await register([ann, bob], { options: { existingUsers } });
    expect(outcomesOf(failed).at(-1)).toMatchObject({ code: 'DuplicateUserId', retryable });
  });

  test.each<[differing: string, first: IDataObject, later: IDataObject]>([
    ['NickName', { NickName: 'Ann' }, { NickName: 'Ann\u200b' }],
    ['NickName, Tags', { NickName: 'Ann', Tags: 'a' }, { NickName: 'Bob', Tags: 'a,b' }],
    ['Portrait', { Portrait: 'https://example.com/a' }, {}],
    ['Ext', { Ext: { a: '1' } }, { Ext: { a: '2' } }],
    ['IsRobot', {}, { IsRobot: false }],
  ])('is told in which columns: %s', async (differing, first, later) => {
    const { failed } = await register([
      { UserId: '7' },
      { UserId: '1', ...first },
      { UserId: '1', ...later },
    ]);
    expect(outcomesOf(failed)).toMatchObject([
      {
        code: 'DuplicateUserId',
        message: `Item 1 has the same UserId 1 and differs in ${differing}, so only that one was used. Keep one of the two.`,
      },
    ]);
  });
});

test.each<[what: string, first: IDataObject, later: IDataObject]>([
  ['in the order of the members of Ext', { Ext: '{"a":1,"b":2}' }, { Ext: { b: '2', a: '1' } }],
  ['in the order of the tags', { Tags: 'a,b' }, { Tags: ['b', 'a'] }],
  ['in how the id is written', { UserId: '1' }, { UserId: 1 }],
  ['in blanks around values', { NickName: 'Ann' }, { NickName: ' Ann ' }],
  ['in fields that no column takes', { other: 'a' }, { other: 'b' }],
])('rows that differ only %s are sent once and share the outcome', async (_what, first, later) => {
  const { success, failed } = await register([
    { UserId: '1', ...first },
    { UserId: '1', ...later },
  ]);
  expect(failed).toEqual([]);
  expect(success).toHaveLength(2);
  expect(outcomesOf(success)[1]).toEqual(outcomesOf(success)[0]);
  expect(emulator.arrivals.map(({ userIds }) => userIds)).toEqual([['1']]);
});
