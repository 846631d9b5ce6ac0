import type { IDataObject } from 'n8n-workflow';
import { type Emulator, startEmulator } from '../support/emulator';
import { registerUsers } from '../support/engine/registerUsers';
import { type NodeSetUp, runNode } from '../support/engine/runNode';
import { rowsOf } from '../support/engine/users';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(async () => await emulator.close());

/** Asks for the users of rows. */
async function getUsers(rows: IDataObject[], setUp: NodeSetUp = {}) {
  return await runNode(emulator, rows, { operation: 'getUsers', userId: '={{ $json.id }}', ...setUp });
}

/** Requests that asked for users, by how many they asked for, the largest first. */
function asked(): number[] {
  return emulator.arrivals
    .filter(({ action }) => action === 'BatchGetUser')
    .map(({ userIds }) => userIds.length)
    .sort((a, b) => b - a);
}

const longest = '9223372036854775807';

test('profiles come out on Success, in the words of the node', async () => {
  const profile = { NickName: '张三', Portrait: 'https://example.com/a', Tags: 'vip, b', Ext: '{"level":7}' };
  await registerUsers(emulator, [{ UserId: longest, ...profile, IsRobot: 'yes' }]);
  const { success, failed, hints } = await getUsers([{ id: longest, kept: [1] }]);
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string;
  expect(failed).toEqual([]);
  expect(success).toEqual([
    {
      json: {
        id: longest,
        kept: [1],
        outcome: {
          success: true,
          userId: longest,
          requestId: emulator.arrivals[1]?.requestId,
          attempts: 1,
          user: {
            userId: longest,
            nickName: '张三',
            portrait: 'https://example.com/a',
            tags: ['vip', 'b'],
            ext: { level: '7' },
            isRobot: true,
            createTime: time,
            modifyTime: time,
          },
        },
      },
      pairedItem: { item: 0 },
    },
  ]);
  expect(hints).toEqual([expect.stringMatching(/^1 user found, 0 failed \(1 request, 0 retries, /)]);
});

test('users go out fifty a request, and those that are not registered come out on Failed', async () => {
  const rows = rowsOf(120);
  await registerUsers(
    emulator,
    rows.filter((_row, index) => index % 3 !== 0),
  );
  const { success, failed } = await getUsers(rows.map(({ UserId }) => ({ id: UserId })));
  expect(asked()).toEqual([50, 50, 20]);
  expect(success.map(({ pairedItem }) => pairedItem)).toEqual(
    rows.flatMap((_row, item) => (item % 3 === 0 ? [] : [{ item }])),
  );
  expect(success.map(({ json }) => (json.outcome as { user: IDataObject }).user.userId)).toEqual(
    success.map(({ json }) => json.id),
  );
  expect(failed).toHaveLength(40);
  expect(failed[0]?.json.outcome).toEqual({
    success: false,
    userId: rows[0]?.UserId,
    code: 'UserNotFound',
    message: expect.stringContaining('No user with this ID is registered') as string,
    kind: 'rejected',
    retryable: false,
    attempts: 1,
    requestId: expect.any(String) as string,
    httpStatus: 200,
  });
});

test('rows of one user are asked for once, and each has data of its own', async () => {
  await registerUsers(emulator, [{ UserId: '7', Tags: 'a' }]);
  const { success } = await getUsers([{ id: '7' }, { id: 7 }, { id: '007' }]);
  expect(asked()).toEqual([1]);
  const users = success.map(({ json }) => (json.outcome as { user: IDataObject }).user);
  expect(users.map(({ userId }) => userId)).toEqual(['7', '7', '7']);
  expect(users[1]).not.toBe(users[0]);
  expect(users[1]?.tags).not.toBe(users[0]?.tags);
});

test('ids that are none are told, and the others are asked for', async () => {
  await registerUsers(emulator, [{ UserId: '7' }]);
  const { success, failed } = await getUsers([{ id: 'Ann' }, { id: '7' }, {}]);
  expect(success.map(({ json }) => json.id)).toEqual(['7']);
  expect(failed.map(({ json }) => json.outcome)).toMatchObject([
    { code: 'InvalidUser', kind: 'validation', message: expect.stringMatching(/^UserId: /) as string },
    { code: 'InvalidUser', kind: 'validation', message: 'UserId is missing: the row is empty.' },
  ]);
});

test('an answer that says nothing of a user is asked for again, and is no success', async () => {
  await emulator.close();
  const ResponseMetadata = { RequestId: 'r' };
  const answer = { ResponseMetadata, Result: { Users: [{ UserId: 7 }], NotFoundUsers: null } };
  emulator = await startEmulator({ faults: () => ({ body: JSON.stringify(answer) }) });
  const { success, failed } = await getUsers([{ id: '7' }, { id: '8' }], { options: { maxAttempts: 2 } });
  expect(success.map(({ json }) => json.id)).toEqual(['7']);
  expect(failed.map(({ json }) => json.outcome)).toMatchObject([
    { userId: '8', code: 'InvalidReply', kind: 'unavailable', retryable: true, attempts: 2 },
  ]);
});

test('a dry run asks for nothing', async () => {
  const { success, hints } = await getUsers([{ id: '7' }], { options: { validateOnly: true } });
  expect(emulator.arrivals).toHaveLength(0);
  expect(success[0]?.json.outcome).toEqual({ success: true, userId: '7', attempts: 0, code: 'Validated' });
  expect(hints[0]).toBe('Checked only, nothing was sent: 1 user valid in 1 request, 0 failed.');
});

test('more than 50 users do not fit into a request, nor more than 100 requests into a second', async () => {
  const tooLarge = await getUsers([{ id: '7' }], { options: { batchSize: 51 } });
  expect(tooLarge.error?.message).toBe(`'Batch Size' must be a whole number from 1 to 50, and is "51".`);
  const tooMany = await getUsers([{ id: '7' }], { options: { maxRequestsPerSecond: 101 } });
  expect(tooMany.error?.message).toBe(
    `'Max Requests per Second' must be a number from 0.01 to 100, and is "101".`,
  );
});
