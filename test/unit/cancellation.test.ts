/* eslint-disable @n8n/community-nodes/no-restricted-imports -- what counts is the timers of the real event loop */
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import type { IExecuteFunctions } from 'n8n-workflow';
import { registerUsers } from '../../nodes/VolcengineRtc/operations/registerUsers';
import { runOperation } from '../../nodes/VolcengineRtc/pipeline/runOperation';
import { type Clock, processClock } from '../../nodes/VolcengineRtc/transport/time/clock';
import { processEnvironment } from '../../nodes/VolcengineRtc/transport/environment';
import { RateLimiter } from '../../nodes/VolcengineRtc/transport/limiter/RateLimiter';
import { endLongSleeps, longSleeps, sleepKinds, useSleep } from '../support/time/n8nSleep';
import { until } from '../support/time/until';
import { VirtualClock } from '../support/time/virtualClock';

jest.mock('n8n-workflow', () =>
  jest
    .requireActual<typeof import('../support/time/n8nSleep')>('../support/time/n8nSleep')
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

type Answer = () => Promise<unknown>;

const noAnswer: Answer = async () => await never;

/** A run of 2,000 users whose requests all end alike. */
function startRun(answer: Answer, limiter: RateLimiter, clock: Clock = processClock) {
  const cancel = new AbortController();
  const sentAt: number[] = [];
  const run = { sentAt, error: undefined as unknown, cancel: () => cancel.abort(reason) };
  const context = {
    getNode: () => ({ parameters: { appId: 7, users: { mappingMode: 'autoMapInputData' } } }),
    getNodeParameter: () => ({ timeout: hourMs, giveUpAfter: 0 }),
    getInputData: () => Array.from({ length: 2000 }, (_, UserId) => ({ json: { UserId } })),
    getExecutionCancelSignal: () => cancel.signal,
    getCredentials: async () => ({ accessKeyId: 'key', secretAccessKey: '', sessionToken: '' }),
    continueOnFail: () => false,
    helpers: {
      httpRequestWithAuthentication: async () => {
        sentAt.push(clock.now());
        return await answer();
      },
    },
  } as unknown as IExecuteFunctions;
  const environment = { ...processEnvironment, clock, limiterOf: () => limiter };
  runOperation(context, registerUsers, environment).catch((error: unknown) => (run.error = error));
  return run;
}

const untilSent = async ({ sentAt }: { sentAt: number[] }, count: number) =>
  await until(`${count} requests have left`, () => sentAt.length >= count);

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
    const sleeping = processClock.sleep(10_000, cancel.signal).catch((error: unknown) => error);
    cancel.abort(reason);
    expect(await sleeping).toBe(reason);
  });

  const waitsBeforeRetry = () => longSleeps().some(({ ms }) => ms < hourMs);

  test.each<[during: string, answer: Answer, isReached?: () => boolean]>([
    ['answers are waited for', noAnswer],
    ['answers are read', async () => responseOf(200, {}, silence())],
    [
      'retries are waited for',
      async () => responseOf(503, { 'retry-after': '60' }, nothing()),
      waitsBeforeRetry,
    ],
    [
      'the rate is slowed down',
      async () => responseOf(429, { 'retry-after': '60' }, nothing()),
      waitsBeforeRetry,
    ],
  ])(
    'a run that is cancelled while %s ends with the next timers and sends no more',
    async (_, answer, isReached = () => true) => {
      const limiter = new RateLimiter(processClock, 50);
      const run = startRun(answer, limiter);
      await untilSent(run, 3);
      await until('it has come so far', isReached);
      expect(run.error).toBeUndefined();
      const sent = run.sentAt.length;
      run.cancel();
      await nextTimers();
      expect(run.error).toBe(reason);
      endLongSleeps();
      // What still waited for a turn would leave together with these.
      const other = startRun(noAnswer, limiter);
      await untilSent(other, 5);
      expect(run.sentAt).toHaveLength(sent);
      other.cancel();
    },
  );

  test('a run that is cancelled leaves its turns to the others', async () => {
    const limiter = new RateLimiter(processClock, 50);
    const cancelled = startRun(noAnswer, limiter);
    await untilSent(cancelled, 5);
    const other = startRun(noAnswer, limiter);
    const sent = cancelled.sentAt.length;
    cancelled.cancel();
    await untilSent(other, 5);
    expect(cancelled.sentAt).toHaveLength(sent);
    other.cancel();
    await nextTimers();
    expect(other.error).toBe(reason);
  });
});

test("a run that is cancelled slows nobody down: the next turn is another one's, and all that follow", async () => {
  const clock = new VirtualClock();
  const limiter = new RateLimiter(clock, 50);
  const cancelled = startRun(noAnswer, limiter, clock);
  await clock.run(200);
  const other = startRun(noAnswer, limiter, clock);
  await clock.run(300);
  cancelled.cancel();
  await clock.run(800);
  expect(cancelled.sentAt.at(-1)).toBeLessThanOrEqual(300);
  const times = other.sentAt.filter((at) => at > 300);
  const [first = NaN] = times;
  const gaps = times.slice(1).map((at, index) => at - (times[index] as number));
  expect(times.length).toBeGreaterThan(20);
  // 50 in a second, and a little more.
  expect(Math.max(first - 300, ...gaps)).toBeLessThan(23);
  other.cancel();
});
