/* eslint-disable @n8n/community-nodes/no-restricted-imports -- what counts is the timers of the real event loop */
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import type { IExecuteFunctions } from 'n8n-workflow';
import { registerUsers } from '../../nodes/VolcengineRtc/operations/registerUsers';
import { runOperation } from '../../nodes/VolcengineRtc/pipeline/runOperation';
import { processClock } from '../../nodes/VolcengineRtc/transport/time/clock';
import { processEnvironment } from '../../nodes/VolcengineRtc/transport/environment';
import { RateLimiter } from '../../nodes/VolcengineRtc/transport/limiter/RateLimiter';
import { sleepKinds, useSleep } from '../support/time/sleepKinds';

jest.mock('n8n-workflow', () =>
  jest
    .requireActual<typeof import('../support/time/sleepKinds')>('../support/time/sleepKinds')
    .n8nWorkflowOfSomeVersion(),
);

const hourMs = 3_600_000;
const reason = new Error('cancelled');
const never = new Promise<never>(() => {});

function responseOf(statusCode: number, headers: object, body: AsyncIterable<Uint8Array>) {
  return {
    statusCode,
    headers,
    body: { [Symbol.asyncIterator]: () => body[Symbol.asyncIterator](), destroy() {} },
  };
}

async function* silence(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('{');
  await never;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** A run of 2,000 users on the clock of the process, whose requests all end alike. */
function startRun(answer: () => Promise<unknown>, limiter = new RateLimiter(processClock, 50)) {
  const cancel = new AbortController();
  const run = { sent: 0, error: undefined as unknown, cancel: () => cancel.abort(reason) };
  const context = {
    getNode: () => ({ parameters: { appId: 7, users: { mappingMode: 'autoMapInputData' } } }),
    getNodeParameter: () => ({ timeout: hourMs }),
    getInputData: () => Array.from({ length: 2000 }, (_, UserId) => ({ json: { UserId } })),
    getExecutionCancelSignal: () => cancel.signal,
    getCredentials: async () => ({ accessKeyId: 'key', secretAccessKey: '', sessionToken: '' }),
    continueOnFail: () => false,
    helpers: {
      httpRequestWithAuthentication: async () => {
        run.sent += 1;
        return await answer();
      },
    },
  } as unknown as IExecuteFunctions;
  const environment = { ...processEnvironment, limiterOf: () => limiter };
  runOperation(context, registerUsers, environment).catch((error: unknown) => (run.error = error));
  return run;
}

/** Until every timer that is due at once has fired: a run that lets the event loop go on waits for two. */
async function nextTimers(): Promise<void> {
  await wait(1);
  await wait(1);
  await turn();
}

describe.each(sleepKinds)('where the sleep of n8n %s', (kind) => {
  beforeEach(() => useSleep(kind));

  test('a sleep lasts for its time', async () => {
    const startedAt = processClock.now();
    await processClock.sleep(30, new AbortController().signal);
    expect(processClock.now() - startedAt).toBeGreaterThanOrEqual(29);
  });

  test('a sleep ends as soon as its signal aborts, with the reason of the signal', async () => {
    const cancel = new AbortController();
    const sleeping = processClock.sleep(hourMs, cancel.signal).catch((error: unknown) => error);
    cancel.abort(reason);
    expect(await sleeping).toBe(reason);
  });

  test.each<[during: string, answer: () => Promise<unknown>]>([
    ['answers are waited for', async () => await never],
    ['answers are read', async () => responseOf(200, {}, silence())],
    ['retries are waited for', async () => responseOf(503, { 'retry-after': '60' }, nothing())],
    ['the rate is slowed down', async () => responseOf(429, { 'retry-after': '60' }, nothing())],
  ])('a run that is cancelled while %s ends with the next timers and sends no more', async (_, answer) => {
    const run = startRun(answer);
    await wait(150);
    expect(run.error).toBeUndefined();
    const sent = run.sent;
    expect(sent).toBeGreaterThan(0);
    run.cancel();
    await nextTimers();
    expect(run.error).toBe(reason);
    await wait(150);
    expect(run.sent).toBe(sent);
  });

  test('a run that is cancelled leaves the queue to the others', async () => {
    const limiter = new RateLimiter(processClock, 50);
    const cancelled = startRun(async () => await never, limiter);
    await wait(100);
    const other = startRun(async () => await never, limiter);
    await turn();
    expect(other.sent).toBe(0);
    cancelled.cancel();
    await wait(150);
    expect(other.sent).toBeGreaterThanOrEqual(4);
    other.cancel();
    await nextTimers();
    expect(other.error).toBe(reason);
  });
});
