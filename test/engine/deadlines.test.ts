/* eslint-disable @n8n/community-nodes/no-restricted-imports -- turns of the event loop, as the engine takes them */
import { setImmediate as turn } from 'node:timers/promises';
import type { Emulator, Fault } from '../support/emulator';
import { type Front, startFront } from '../support/engine/front';
import { startWithOwnKey } from '../support/engine/keys';
import { outcomesOf } from '../support/outcomes/outcomes';
import { registerUsers, type RegisterUsersSetUp } from '../support/engine/registerUsers';
import { endLongSleeps, longSleeps } from '../support/time/n8nSleep';
import { until } from '../support/time/until';

jest.mock('n8n-workflow', () =>
  jest
    .requireActual<typeof import('../support/time/n8nSleep')>('../support/time/n8nSleep')
    .n8nWorkflowOfSomeVersion(),
);

let emulator: Emulator;
let front: Front;
let credential: { accessKeyId: string };
beforeEach(async () => {
  ({ emulator, credential } = await startWithOwnKey());
  front = await startFront(emulator.port, () => undefined);
});
afterEach(async () => await Promise.all([front.close(), emulator.close()]));

const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n';
/** An hour, so that n8n's own timeout ends no call: the tests say when it has passed for the node. */
const timeout = 3_600_000;

/** Registers a user through the front. */
const register = async (userId: string, setUp: RegisterUsersSetUp = {}) =>
  await registerUsers(emulator, [{ UserId: userId }], {
    credential: { ...credential, endpoint: `http://127.0.0.1:${front.port}` },
    ...setUp,
  });

const hanging: Array<[what: string, fault: Fault, comes: 'something' | 'nothing']> = [
  ['an answer that switches protocols', { raw: upgrade }, 'something'],
  [
    'an answer that switches protocols after the work is done',
    { raw: upgrade, applyFirst: true },
    'something',
  ],
  ['an answer that never comes', { delayMs: timeout }, 'nothing'],
  ['a head without an end', { raw: 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n' }, 'something'],
  [
    'a body that stops',
    { raw: 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"ResponseMetadata":' },
    'something',
  ],
  ['a body that never begins', { bodyDelayMs: timeout }, 'something'],
];

test.each(hanging)(
  '%s ends at the deadline of the whole call, on the wire too, and leaves the fate open',
  async (_what, fault, comes) => {
    emulator.setFaults(() => fault);
    front.answers.close();
    const running = register('1', { options: { timeout, maxAttempts: 1 } });
    await until('the request has arrived', () => emulator.arrivals.length === 1);
    // A head that comes in time does not put it off.
    const deadlines = longSleeps();
    front.answers.open();
    await until('what comes has come', () => front.answers.passed > 0 || comes === 'nothing');
    await turn();
    await turn();
    deadlines.forEach((deadline) => deadline.end());
    const { error, failed } = await running;
    expect(error).toBeUndefined();
    expect(outcomesOf(failed)).toEqual([
      {
        success: false,
        userId: '1',
        code: 'ETIMEDOUT',
        message: expect.stringMatching(
          /^No complete answer came within 3600000 ms\. The user may have been processed\. .* raise 'Timeout'/,
        ) as string,
        kind: 'unavailable',
        retryable: true,
        attempts: 1,
      },
    ]);
    await until('the connection has ended', () => front.open === 0);
    expect(front.connections).toBe(1);
  },
);

/** Registers two users, one after the other, with a share that lets one request out at a time; with their attempts. */
async function startTwo(fault: Fault) {
  const own = await startWithOwnKey({ faults: [fault] });
  const setUp = { credential: own.credential, options: { timeout, maxRequestsPerSecond: 1 } };
  const attemptsOfBoth = async () => {
    const first = await registerUsers(own.emulator, [{ UserId: '1' }], setUp);
    const second = await registerUsers(own.emulator, [{ UserId: '2' }], setUp);
    await own.emulator.close();
    return outcomesOf([...first.success, ...second.success]).map(({ attempts }) => attempts);
  };
  return { emulator: own.emulator, attempts: attemptsOfBoth() };
}

test('each gives its place back: the next request goes out, of the same execution and of others', async () => {
  const runs = await Promise.all(hanging.map(async ([, fault]) => await startTwo(fault)));
  await until('all wait for their answers', () => runs.every((run) => run.emulator.arrivals.length === 1));
  endLongSleeps();
  const attempts = await Promise.all(runs.map(async (run) => await run.attempts));
  expect(attempts).toEqual(hanging.map(() => [2, 1]));
});

describe('a look-up of the credential that never ends', () => {
  /** A look-up that hangs from the n-th time on, for so many times, until the time for it has passed. */
  const hangingFrom = (first: number, times = Infinity) => {
    let lookUps = 0;
    return async () => {
      lookUps += 1;
      if (lookUps < first || lookUps >= first + times) return;
      await turn();
      endLongSleeps();
      await new Promise(() => {});
    };
  };

  test('stops the node where it is the first', async () => {
    const { error, outputs } = await register('1', { lookUp: hangingFrom(1), options: { timeout } });
    expect(error).toMatchObject({
      message: 'n8n did not hand the credential over within 3600000 ms.',
      description: expect.stringMatching(/^Check where n8n keeps it, .* raise 'Timeout'\.$/) as string,
    });
    expect(outputs.flat()).toEqual([]);
    expect(emulator.arrivals).toEqual([]);
  });

  test('puts the users on Failed where the node is to continue', async () => {
    const { error, failed } = await register('1', {
      lookUp: hangingFrom(1),
      options: { timeout },
      settings: { onError: 'continueRegularOutput' },
    });
    expect(error).toBeUndefined();
    expect(outcomesOf(failed)).toMatchObject([
      {
        kind: 'notSent',
        message: expect.stringMatching(/did not hand the credential over .* raise 'Timeout'/) as string,
      },
    ]);
  });

  test('ends a call at the deadline', async () => {
    const { failed } = await register('1', { lookUp: hangingFrom(2), options: { timeout, maxAttempts: 2 } });
    expect(outcomesOf(failed)).toMatchObject([{ code: 'ETIMEDOUT', kind: 'unavailable', attempts: 2 }]);
    expect(emulator.arrivals).toEqual([]);
  });

  test('gives its place back', async () => {
    const options = { timeout, maxRequestsPerSecond: 1 };
    const { success } = await register('1', { lookUp: hangingFrom(2, 1), options });
    expect(outcomesOf(success)).toMatchObject([{ attempts: 2 }]);
    expect((await register('2', { options })).success).toHaveLength(1);
  });
});
