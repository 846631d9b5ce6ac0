import type { IDataObject } from 'n8n-workflow';
import { type Emulator, type EmulatorOptions, sampleAppId, startEmulator } from '../support/emulator';
import { type NodeSetUp, runNode } from '../support/engine/runNode';

let emulator: Emulator;
async function start(options: EmulatorOptions = {}, known: readonly string[] = ['1', '2']) {
  await emulator?.close();
  emulator = await startEmulator(options);
  emulator.ledger.seed(sampleAppId, known, { NickName: 'old' });
}
beforeEach(async () => await start());
afterAll(async () => await emulator.close());

async function run(rows: IDataObject[], setUp: NodeSetUp = {}) {
  const result = await runNode(emulator, rows, {
    operation: 'registerOrUpdateUsers',
    columns: 'auto',
    ...setUp,
  });
  const outcomes = (items: typeof result.success) => items.map(({ json }) => json.outcome as IDataObject);
  return { ...result, done: outcomes(result.success), undone: outcomes(result.failed) };
}

const nameOf = (userId: string) => emulator.ledger.find(sampleAppId, userId)?.profile.NickName;
const requests = (action: string) =>
  emulator.arrivals.filter((arrival) => arrival.action === action).map(({ userIds }) => userIds.length);
const usersOf = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ UserId: String(from + index), NickName: 'new' }));

test('new users are registered, known ones updated, and those with nothing to update stay as they are', async () => {
  const { done, undone, hints } = await run([
    { UserId: '9', NickName: 'new' },
    { UserId: '1', NickName: 'new', IsRobot: true },
    { UserId: '2', IsRobot: true },
  ]);
  expect(undone).toEqual([]);
  const [registered, updated] = emulator.arrivals.map(({ requestId }) => requestId);
  expect(done).toEqual([
    { success: true, userId: '9', requestId: registered, attempts: 1, action: 'registered' },
    { success: true, userId: '1', requestId: updated, attempts: 2, action: 'updated' },
    {
      success: true,
      userId: '2',
      requestId: registered,
      attempts: 1,
      code: 'UserHasRegistered',
      action: 'unchanged',
    },
  ]);
  expect(['9', '1', '2'].map(nameOf)).toEqual(['new', 'new', 'old']);
  expect(emulator.arrivals[1]?.body).not.toContain('IsRobot');
  expect(hints[0]).toMatch(/^2 users registered or updated, 1 unchanged, 0 failed \(2 requests, /);
});

test('updates go out in full batches of ten, whatever the batches that they come from', async () => {
  await start(
    { latencyMs: 30 },
    usersOf(100, 100)
      .filter((_, index) => index % 4 === 0)
      .map(({ UserId }) => UserId),
  );
  const { done } = await run(usersOf(100, 100));
  expect(done.map(({ action }) => action)).toEqual(
    usersOf(0, 100).map((_, index) => (index % 4 === 0 ? 'updated' : 'registered')),
  );
  expect(requests('RegisterUsers')).toEqual([20, 20, 20, 20, 20]);
  expect(requests('BatchUpdateUser').sort()).toEqual([10, 10, 5]);
});

test('a small batch size holds for updates as well', async () => {
  await run(usersOf(1, 2), { options: { batchSize: 1 } });
  expect(requests('BatchUpdateUser')).toEqual([1, 1]);
});

test('all users may be known', async () => {
  const known = usersOf(100, 200);
  await start(
    {},
    known.map(({ UserId }) => UserId),
  );
  const { done } = await run(known);
  expect(done.map(({ userId }) => userId)).toEqual(known.map(({ UserId }) => UserId));
  expect(requests('BatchUpdateUser')).toHaveLength(20);
});

test('after a request of unknown fate nobody knows who registered the user: it is updated', async () => {
  await start({
    faults: ({ action, attempt }) =>
      action === 'RegisterUsers' && attempt === 1 ? { reset: 'afterApplying' } : {},
  });
  const { done } = await run([{ UserId: '9', NickName: 'new' }, { UserId: '8' }]);
  expect(done).toEqual([
    {
      success: true,
      userId: '9',
      requestId: expect.any(String) as string,
      attempts: 3,
      action: 'updated',
    },
    {
      success: true,
      userId: '8',
      requestId: expect.any(String) as string,
      attempts: 2,
      code: 'UserHasRegistered',
    },
  ]);
});

test('an update that fails for now is tried again; one that is refused fails the user alone', async () => {
  await start({
    faults: ({ action, attempt }) => (action === 'BatchUpdateUser' && attempt === 1 ? { status: 503 } : {}),
    rejectUsers: {},
  });
  const again = await run([{ UserId: '1', NickName: 'new' }]);
  expect(again.done).toMatchObject([{ action: 'updated', attempts: 3 }]);
});

test('a user that the update does not find may be run again', async () => {
  await start({
    faults: ({ action }) => (action === 'BatchUpdateUser' ? { rejectUsers: { '1': 'UserNotFound' } } : {}),
  });
  const { undone } = await run([{ UserId: '1', NickName: 'new' }]);
  expect(undone).toMatchObject([
    { userId: '1', code: 'UserNotFound', kind: 'rejected', retryable: true, attempts: 2 },
  ]);
});

test('a dry run says nothing of what would be done', async () => {
  const { done } = await run(usersOf(1, 1), { options: { validateOnly: true } });
  expect(done).toEqual([{ success: true, userId: '1', attempts: 0, code: 'Validated' }]);
  expect(emulator.arrivals).toEqual([]);
});

test('a key that turns out wrong in the middle leaves nobody out', async () => {
  await start(
    {
      faults: ({ action }) => (action === 'BatchUpdateUser' ? { status: 403, code: 'AccessDenied' } : {}),
    },
    usersOf(100, 40).map(({ UserId }) => UserId),
  );
  const settings = { onError: 'continueRegularOutput' } as const;
  const { done, undone } = await run([...usersOf(100, 40), ...usersOf(500, 40)], { settings });
  expect(done.length + undone.length).toBe(80);
  expect(undone.length).toBeGreaterThanOrEqual(40);
  expect(undone.every(({ retryable }) => retryable)).toBe(true);
});
