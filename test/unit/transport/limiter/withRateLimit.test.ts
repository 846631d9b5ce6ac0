import type { Meaning } from '../../../../nodes/VolcengineRtc/transport/meanings';
import type { Feedback, Place } from '../../../../nodes/VolcengineRtc/transport/limiter/Place';
import type { RateLimiter } from '../../../../nodes/VolcengineRtc/transport/limiter/RateLimiter';
import type { Reply, Send } from '../../../../nodes/VolcengineRtc/transport/send';
import { untilAborted } from '../../../../nodes/VolcengineRtc/transport/time/untilAborted';
import { limiterAt0 } from '../../../support/limiter/limits';
import { withRateLimit } from '../../../../nodes/VolcengineRtc/transport/limiter/withRateLimit';

const request = { action: 'RegisterUsers', version: '2020-12-01', body: '{}', readResult: () => new Map() };
const { signal: runsOn } = new AbortController();
const failure = (meaning: Meaning): Reply => ({ kind: 'failure', error: { meaning, message: 'said' } });
const resultOf = (...meanings: Meaning[]): Reply => ({
  kind: 'result',
  rows: new Map(meanings.map((meaning, id) => [String(id), { error: { meaning, message: 'said' } }])),
});
const success = resultOf();

/** A limiter that lets everyone through; with what it is told. */
function openLimiter() {
  const told: Array<Feedback | undefined> = [];
  const place: Place = { ended: (feedback) => told.push(feedback) };
  const acquire = jest.fn<Promise<Place>, Parameters<RateLimiter['acquire']>>(async () => place);
  return { told, acquire, limiter: { acquire } as unknown as RateLimiter };
}

/** A limiter at which nobody's turn comes. */
const closedLimiter = {
  acquire: async (_execution: object, _most: number, signal?: AbortSignal) =>
    await untilAborted(new Promise<never>(() => {}), signal),
} as unknown as RateLimiter;

test.each<[kind: string, reply: Reply, told: Feedback | undefined]>([
  ['a success', success, { throttled: false }],
  ['data', { kind: 'result', rows: new Map([['1', { data: {} }]]) }, { throttled: false }],
  ['a result with users that are refused', resultOf('rejectedUser', 'existingUser'), { throttled: false }],
  [
    'a result with one user that is throttled',
    resultOf('rejectedUser', 'throttled', 'rejectedUser'),
    { throttled: true },
  ],
  ['a result with a user that was changed too often', resultOf('userTooFrequent'), { throttled: false }],
  ['throttling', failure('throttled'), { throttled: true }],
  [
    'throttling that asks for time',
    { ...failure('throttled'), retryAfterMs: 7 } as Reply,
    { throttled: true, retryAfterMs: 7 },
  ],
  ['a refusal', failure('rejectedRequest'), { throttled: false }],
  ['a wrong key', failure('unknownKey'), { throttled: false }],
  ['a failing service', failure('transient'), { throttled: false }],
  ['a result that makes no sense', failure('invalidResult'), { throttled: false }],
  ['a page of a proxy', failure('notVolcengine'), undefined],
  ['an answer that makes no sense', failure('foreignPage'), undefined],
  ['no connection', failure('noConnection'), undefined],
  ['no answer', failure('noAnswer'), undefined],
  ['a call that never left', failure('unsendable'), undefined],
  ['a call that was stopped', { kind: 'stopped' }, undefined],
])('after %s the limiter is told what the service did', async (_kind, reply, expected) => {
  const { limiter, told, acquire } = openLimiter();
  const send = jest.fn(async () => reply);
  expect(await withRateLimit(send, limiter, 7)(request, runsOn)).toBe(reply);
  expect(told).toEqual([expected]);
  expect(acquire.mock.calls).toEqual([[expect.any(Object), 7, runsOn]]);
  expect(send.mock.calls).toEqual([[request, runsOn]]);
});

test('a call that fails on its way is reported as well, or it would keep its place for good', async () => {
  const { limiter, told } = openLimiter();
  const sending = withRateLimit(async () => await Promise.reject(new Error('cancelled')), limiter, 7);
  await expect(sending(request, runsOn)).rejects.toThrow('cancelled');
  expect(told).toEqual([undefined]);
});

test('a call that waits when the run stops is not sent', async () => {
  const send = jest.fn<ReturnType<Send>, Parameters<Send>>(async () => success);
  for (const cancelled of [undefined, new AbortController().signal]) {
    const stop = new AbortController();
    const sending = withRateLimit(send, closedLimiter, 7, cancelled)(request, stop.signal);
    stop.abort();
    expect(await sending).toEqual({ kind: 'stopped' });
  }
  expect(send).not.toHaveBeenCalled();
});

test('a call that waits when the execution is cancelled throws, and is not sent', async () => {
  const send = jest.fn<ReturnType<Send>, Parameters<Send>>(async () => success);
  const cancel = new AbortController();
  const sending = withRateLimit(send, closedLimiter, 7, cancel.signal)(request, cancel.signal);
  cancel.abort(new Error('cancelled'));
  await expect(sending).rejects.toThrow('cancelled');
  expect(send).not.toHaveBeenCalled();
});

test('all calls of one execution take their turns as one, those of another as another', async () => {
  const { limiter, acquire } = openLimiter();
  const [one, two] = [0, 1].map(() => withRateLimit(async () => success, limiter, 7)) as [Send, Send];
  for (const send of [one, one, two]) await send(request, runsOn);
  const [first, second, third] = acquire.mock.calls.map(([execution]) => execution);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test.each(['stopped', 'cancelled'])(
  'a call that is admitted in the tick in which the run is %s gives its place back, and is not sent',
  async (how) => {
    const [clock, limiter] = limiterAt0();
    const send = jest.fn<ReturnType<Send>, Parameters<Send>>(async () => success);
    const abort = new AbortController();
    const cancelled = how === 'cancelled' ? abort.signal : undefined;
    const sending = withRateLimit(send, limiter, 1, cancelled)(request, abort.signal);
    abort.abort(new Error('cancelled'));
    expect(await sending.catch(({ message }: Error) => message)).toEqual(
      how === 'cancelled' ? 'cancelled' : { kind: 'stopped' },
    );
    expect(send).not.toHaveBeenCalled();
    const next = withRateLimit(send, limiter, 1)(request, runsOn);
    await clock.run(10_000);
    expect(await Promise.race([next, Promise.resolve('its place is lost')])).toBe(success);
  },
);
