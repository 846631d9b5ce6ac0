/* eslint-disable @n8n/community-nodes/no-restricted-imports -- waits on the real clock, as the engine does */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Emulator, Fault } from '../support/emulator';
import { startFront } from '../support/engine/front';
import { startWithOwnKey } from '../support/engine/keys';
import { outcomesOf } from '../support/engine/outcomes';
import { registerUsers, type RegisterUsersSetUp } from '../support/engine/registerUsers';

let emulator: Emulator;
let credential: { accessKeyId: string };
beforeEach(async () => {
  ({ emulator, credential } = await startWithOwnKey());
});
afterEach(async () => await emulator.close());

const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n';
const timeout = 400;
const register = async (userId: string, setUp: RegisterUsersSetUp = {}) =>
  await registerUsers(emulator, [{ UserId: userId }], { credential, ...setUp });

const hanging: Array<[what: string, fault: Fault]> = [
  ['an answer that switches protocols', { raw: upgrade }],
  ['an answer that switches protocols after the work is done', { raw: upgrade, applyFirst: true }],
  ['an answer that never comes', { delayMs: 60_000 }],
  ['a head without an end', { raw: 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n' }],
  ['a body that stops', { raw: 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"ResponseMetadata":' }],
  ['a body that never begins', { bodyDelayMs: 60_000 }],
  [
    'a head and a body that are each in time, and late together',
    { delayMs: 0.7 * timeout, bodyDelayMs: 0.7 * timeout },
  ],
];

test.each(hanging)('%s ends at the deadline, and leaves the fate open', async (_what, fault) => {
  emulator.setFaults(() => fault);
  const { error, failed } = await register('1', { options: { timeout, maxAttempts: 1 } });
  expect(error).toBeUndefined();
  expect(outcomesOf(failed)).toEqual([
    {
      success: false,
      userId: '1',
      code: 'ETIMEDOUT',
      message: expect.stringMatching(
        /^No complete answer came within 400 ms\. The user may have been processed\. .* raise 'Timeout'/,
      ) as string,
      kind: 'unavailable',
      retryable: true,
      attempts: 1,
    },
  ]);
});

/** Registers two users, one after the other, with a share that lets one request out at a time; with their attempts. */
async function attemptsOfTwo(fault: Fault): Promise<unknown[]> {
  const own = await startWithOwnKey({ faults: [fault] });
  const setUp = { credential: own.credential, options: { timeout, maxRequestsPerSecond: 1 } };
  const first = await registerUsers(own.emulator, [{ UserId: '1' }], setUp);
  const second = await registerUsers(own.emulator, [{ UserId: '2' }], setUp);
  await own.emulator.close();
  return outcomesOf([...first.success, ...second.success]).map(({ attempts }) => attempts);
}

test('each gives its place back: the next request goes out, of the same execution and of others', async () => {
  const attempts = await Promise.all(
    hanging.map(async ([what, fault]) => [what, ...(await attemptsOfTwo(fault))]),
  );
  expect(attempts).toEqual(hanging.map(([what]) => [what, 2, 1]));
}, 20_000);

test.each(hanging)('%s is ended on the wire at the deadline too', async (_what, fault) => {
  emulator.setFaults(() => fault);
  const front = await startFront(emulator.port, () => undefined);
  const ownEndpoint = { ...credential, endpoint: `http://127.0.0.1:${front.port}` };
  await register('1', { credential: ownEndpoint, options: { timeout, maxAttempts: 1 } });
  // Less than the second after which n8n's own timeout would end it.
  await sleep(300);
  expect([front.connections, front.open]).toEqual([1, 0]);
  await front.close();
});

describe('a look-up of the credential that never ends', () => {
  /** A look-up that hangs from the n-th time on, for so many times. */
  const hangingFrom = (first: number, times = Infinity) => {
    let lookUps = 0;
    return async () => {
      lookUps += 1;
      if (lookUps >= first && lookUps < first + times) await new Promise(() => {});
    };
  };

  test('stops the node where it is the first', async () => {
    const { error, outputs } = await register('1', { lookUp: hangingFrom(1), options: { timeout } });
    expect(error?.message).toMatch(/n8n did not hand the credential over within 400 ms\./);
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
      { kind: 'notSent', message: expect.stringMatching(/n8n did not hand the credential over/) as string },
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
