import {
  type Arrival,
  type Emulator,
  type EmulatorOptions,
  type Fault,
  sampleAccount,
  startEmulator,
} from '../support/emulator';
import { NotingCredential } from '../support/engine/NotingCredential';
import { registerUsers, startRegisterUsers } from '../support/engine/registerUsers';
import type { RunUnderWay } from '../support/engine/runWorkflow';
import { rowsOf } from '../support/engine/users';
import { endLongSleeps, longSleeps, sleepKinds, useSleep } from '../support/time/n8nSleep';
import { until } from '../support/time/until';

jest.mock('n8n-workflow', () =>
  jest
    .requireActual<typeof import('../support/time/n8nSleep')>('../support/time/n8nSleep')
    .n8nWorkflowOfSomeVersion(),
);

/** The longest timeout that there is: no run ends because an answer has come too late. */
const timeout = 3_600_000;

let emulator: Emulator;
let keys: Array<{ accessKeyId: string }> = [];
let started = 0;

/** The name of its run for each request that has left, in their order. */
let left: string[] = [];

/** Each test has keys of its own: what a limiter learns about a key stays with it. */
const start = async (options: EmulatorOptions = {}) => {
  started += 1;
  keys = ['a', 'b'].map((name) => ({ accessKeyId: `AKLTcancelled${started}${name}` }));
  left = [];
  const accounts = keys.map((key) => ({ ...sampleAccount, ...key }));
  emulator = await startEmulator({ keepBodies: false, accounts, ...options });
};

function run(name: string, rows: Array<Record<string, string>>, credential = keys[0]): RunUnderWay {
  const credentialType = new NotingCredential(() => left.push(name));
  const options = { timeout, giveUpAfter: 0 };
  return startRegisterUsers(emulator, rows, { credential, credentialType, options });
}

const leftOf = (name: string) => left.filter((run) => run === name).length;

afterEach(async () => await emulator.close());

async function untilArrived(count: number, isCounted: (arrival: Arrival) => boolean = () => true) {
  const counted = () => emulator.arrivals.filter(isCounted).length;
  await until(`${count} requests have arrived`, () => counted() >= count);
}

/** Cancels a run, which has to end though nothing comes that it waits for. */
async function cancel(execution: RunUnderWay): Promise<void> {
  let hasEnded = false;
  void execution.ended.then(() => (hasEnded = true));
  execution.cancel();
  await until('the cancelled execution has ended', () => hasEnded);
}

/** Cancels a run, of which nothing may leave from then on, though time passes and turns go round. */
async function cancelForGood(execution: RunUnderWay): Promise<void> {
  const before = left.length;
  await cancel(execution);
  endLongSleeps();
  emulator.setFaults([]);
  // What still waited for a turn would leave together with these.
  await registerUsers(emulator, rowsOf(200), { credential: keys[0] });
  // One may have been about to be signed.
  expect(left.length - before).toBeLessThanOrEqual(1);
}

const neverAnswered: Fault = { delayMs: timeout };

describe.each(sleepKinds)('where the sleep of n8n %s', (kind) => {
  beforeEach(() => useSleep(kind));

  test('a cancelled execution sends nothing more and ends at once, whatever is under way', async () => {
    await start({ faults: () => neverAnswered });
    const execution = run('cancelled', rowsOf(2000));
    await untilArrived(15);
    await cancelForGood(execution);
  });

  test('an execution that waits before a retry ends at once', async () => {
    await start({ faults: () => ({ status: 429, headers: { 'Retry-After': '30' } }) });
    const execution = run('cancelled', rowsOf(40));
    const waits = () => longSleeps().filter(({ ms }) => ms !== timeout);
    await until('both requests wait before a retry', () => waits().length === 2);
    await cancelForGood(execution);
  });

  test('an execution that halves a refused request ends at once', async () => {
    const code = 'InvalidParam';
    await start({ faults: ({ userIds }) => (userIds.length === 20 ? { code } : neverAnswered) });
    const execution = run('cancelled', rowsOf(400));
    await untilArrived(2, ({ userIds }) => userIds.length === 10);
    await cancelForGood(execution);
  });

  test('an execution that is cancelled while it waits for its turn leaves the queue to the others', async () => {
    await start({ latencyMs: 100 });
    const rows = rowsOf(3000);
    const cancelled = run('cancelled', rows.slice(0, 2000));
    const other = run('other', rows.slice(2000));
    // Has a limiter of its own, on the same machine at the same time: as fast as one that shares with nobody.
    const alone = run('alone', rowsOf(2000), keys[1]);
    await until('both have had some turns', () => leftOf('cancelled') >= 10 && leftOf('other') >= 10);
    const before = left.length;
    await cancel(cancelled);
    const { data } = await other.ended;
    await cancel(alone);
    const [success, failed] = data.resultData.runData['Under Test']?.[0]?.data?.main ?? [];
    expect([success?.length, failed?.length]).toEqual([1000, 0]);
    const meanwhile = left.slice(before, left.lastIndexOf('other') + 1);
    const count = (name: string) => meanwhile.filter((run) => run === name).length;
    expect(count('cancelled')).toBeLessThanOrEqual(1);
    // Turns that were wasted on the cancelled one would make it half as fast.
    expect(count('other') / count('alone')).toBeGreaterThan(0.75);
  });
});
