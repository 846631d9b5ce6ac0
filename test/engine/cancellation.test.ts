/* eslint-disable @n8n/community-nodes/no-restricted-imports -- waits on the real clock, as the engine does */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Emulator, type EmulatorOptions, sampleAccount, startEmulator } from '../emulator';
import { sleepKinds, useSleep } from '../unit/sleepKinds';
import { registerUsers, startRegisterUsers } from './registerUsers';
import type { RunUnderWay } from './runWorkflow';
import { rowsOf } from './users';

jest.mock('n8n-workflow', () =>
  jest.requireActual<typeof import('../unit/sleepKinds')>('../unit/sleepKinds').n8nWorkflowOfSomeVersion(),
);

/** What left before the cancellation may still be on its way. */
const onTheWayMs = 100;

let emulator: Emulator;
let accessKeyId = '';
let keys = 0;

/** Each test has a key of its own: what a limiter learns about a key stays with it. */
const start = async (name: string, options: EmulatorOptions = {}) => {
  accessKeyId = `AKLT${name}${(keys += 1)}`;
  const accounts = [{ ...sampleAccount, accessKeyId }];
  emulator = await startEmulator({ keepBodies: false, accounts, ...options });
};
const run = (rows: Array<Record<string, string>>) =>
  startRegisterUsers(emulator, rows, { credential: { accessKeyId } });

beforeAll(async () => {
  // The engine loads much of itself with the first request.
  await start('warmUp');
  await registerUsers(emulator, rowsOf(100), { credential: { accessKeyId } });
  await emulator.close();
});
afterEach(async () => await emulator.close());

async function untilArrived(count: number): Promise<void> {
  while (emulator.arrivals.length < count) await sleep(5);
}

/** Cancels a run; tells when, and how long it took to end. */
async function cancel(execution: RunUnderWay): Promise<{ cancelledAt: number; tookMs: number }> {
  const cancelledAt = performance.now();
  execution.cancel();
  await execution.ended;
  return { cancelledAt, tookMs: performance.now() - cancelledAt };
}

const arrivedAfter = (timeMs: number) => emulator.arrivals.filter(({ at }) => at > timeMs);

/** Requests a second. */
function paceOf(arrivals: ReadonlyArray<{ at: number }>): number {
  const lastedMs = (arrivals.at(-1)?.at ?? 0) - (arrivals[0]?.at ?? 0);
  return (1000 * (arrivals.length - 1)) / lastedMs;
}

describe.each(sleepKinds)('where the sleep of n8n %s', (kind) => {
  beforeEach(() => useSleep(kind));

  test('a cancelled execution sends nothing more and ends at once, whatever is under way', async () => {
    await start('slow', { latencyMs: 5000 });
    const execution = run(rowsOf(2000));
    await untilArrived(15);
    const { cancelledAt, tookMs } = await cancel(execution);
    expect(tookMs).toBeLessThan(500);
    await sleep(400);
    expect(arrivedAfter(cancelledAt + onTheWayMs)).toEqual([]);
    expect(emulator.arrivals.length).toBeLessThan(30);
  });

  test('an execution that waits before a retry ends at once', async () => {
    await start('throttled', { faults: () => ({ status: 429, headers: { 'Retry-After': '30' } }) });
    const execution = run(rowsOf(40));
    await untilArrived(2);
    await sleep(100);
    const { tookMs } = await cancel(execution);
    expect(tookMs).toBeLessThan(500);
    expect(emulator.arrivals).toHaveLength(2);
  });

  test('an execution that halves a refused request ends at once', async () => {
    await start('halved', { latencyMs: 400, faults: () => ({ code: 'InvalidParam' }) });
    const execution = run(rowsOf(400));
    await untilArrived(22);
    const { cancelledAt, tookMs } = await cancel(execution);
    expect(tookMs).toBeLessThan(500);
    await sleep(600);
    expect(arrivedAfter(cancelledAt + onTheWayMs)).toEqual([]);
  });

  test('an execution that is cancelled while it waits for its turn leaves the queue to the others', async () => {
    await start('shared', { latencyMs: 100 });
    const rows = rowsOf(4000);
    const cancelled = run(rows.slice(0, 2000));
    const other = run(rows.slice(2000));
    await untilArrived(20);
    const { cancelledAt, tookMs } = await cancel(cancelled);
    expect(tookMs).toBeLessThan(500);
    const { data } = await other.ended;
    const [success, failed] = data.resultData.runData['Under Test']?.[0]?.data?.main ?? [];
    expect([success?.length, failed?.length]).toEqual([2000, 0]);
    const ids = new Set(rows.slice(2000).map(({ UserId }) => UserId));
    const after = arrivedAfter(cancelledAt + onTheWayMs);
    expect(after.every(({ userIds }) => userIds.every((id) => ids.has(id)))).toBe(true);
    expect(paceOf(after)).toBeGreaterThan(38);
  }, 20_000);
});
