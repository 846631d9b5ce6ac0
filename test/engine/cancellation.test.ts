/* eslint-disable @n8n/community-nodes/no-restricted-imports -- waits on the real clock, as the engine does */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Emulator, type EmulatorOptions, sampleAccount, startEmulator } from '../support/emulator';
import { sleepKinds, useSleep } from '../support/time/sleepKinds';
import { VolcengineRtcApi } from '../support/engine/built';
import { registerUsers, startRegisterUsers } from '../support/engine/registerUsers';
import type { RunUnderWay } from '../support/engine/runWorkflow';
import { rowsOf } from '../support/engine/users';

jest.mock('n8n-workflow', () =>
  jest
    .requireActual<typeof import('../support/time/sleepKinds')>('../support/time/sleepKinds')
    .n8nWorkflowOfSomeVersion(),
);

let emulator: Emulator;
let accessKeyId = '';
let keys = 0;

/** Each test has a key of its own: what a limiter learns about a key stays with it. */
const start = async (name: string, options: EmulatorOptions = {}) => {
  accessKeyId = `AKLT${name}${(keys += 1)}`;
  const accounts = [{ ...sampleAccount, accessKeyId }];
  emulator = await startEmulator({ keepBodies: false, accounts, ...options });
};

/** Counts the requests of an execution when they are signed, which is when they leave: arrivals are a while behind. */
class CountedCredential extends VolcengineRtcApi {
  signed = 0;

  constructor() {
    super();
    const { authenticate } = this;
    this.authenticate = async (...request) => {
      this.signed += 1;
      return await authenticate(...request);
    };
  }
}

/** A run, and the number of requests that have left. */
function run(rows: Array<Record<string, string>>): RunUnderWay & { left(): number } {
  const credentialType = new CountedCredential();
  const started = startRegisterUsers(emulator, rows, { credential: { accessKeyId }, credentialType });
  return { ...started, left: () => credentialType.signed };
}

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

/** Cancels a run; it has to end at once, and nothing may leave from then on. */
async function cancel(execution: ReturnType<typeof run>): Promise<void> {
  const cancelledAt = performance.now();
  const left = execution.left();
  execution.cancel();
  await execution.ended;
  expect(performance.now() - cancelledAt).toBeLessThan(500);
  await sleep(600);
  // One may have been about to be signed.
  expect(execution.left() - left).toBeLessThanOrEqual(1);
}

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
    await cancel(execution);
  });

  test('an execution that waits before a retry ends at once', async () => {
    await start('throttled', { faults: () => ({ status: 429, headers: { 'Retry-After': '30' } }) });
    const execution = run(rowsOf(40));
    await untilArrived(2);
    await sleep(100);
    await cancel(execution);
    expect(emulator.arrivals).toHaveLength(2);
  });

  test('an execution that halves a refused request ends at once', async () => {
    await start('halved', { latencyMs: 400, faults: () => ({ code: 'InvalidParam' }) });
    const execution = run(rowsOf(400));
    await untilArrived(22);
    await cancel(execution);
  });

  test('an execution that is cancelled while it waits for its turn leaves the queue to the others', async () => {
    await start('shared', { latencyMs: 100 });
    const rows = rowsOf(4000);
    const cancelled = run(rows.slice(0, 2000));
    const other = run(rows.slice(2000));
    await untilArrived(20);
    await cancel(cancelled);
    const shared = emulator.arrivals.length;
    const { data } = await other.ended;
    const [success, failed] = data.resultData.runData['Under Test']?.[0]?.data?.main ?? [];
    expect([success?.length, failed?.length]).toEqual([2000, 0]);
    const ids = new Set(rows.slice(2000).map(({ UserId }) => UserId));
    const after = emulator.arrivals.slice(shared);
    // What had left before may still arrive, on a busy machine behind some of the others.
    const lastStray = after.findLastIndex(({ userIds }) => !userIds.every((id) => ids.has(id)));
    expect(lastStray).toBeLessThan(after.length / 4);
    expect(paceOf(after)).toBeGreaterThan(38);
  }, 20_000);
});
