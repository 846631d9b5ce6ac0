import type { Feedback, Place } from '../../../../nodes/VolcengineRtc/transport/limiter/Place';
import type { RateLimiter } from '../../../../nodes/VolcengineRtc/transport/limiter/RateLimiter';
import { withRateLimit } from '../../../../nodes/VolcengineRtc/transport/limiter/withRateLimit';
import type { Reply, Send } from '../../../../nodes/VolcengineRtc/transport/send';
import { untilAborted } from '../../../../nodes/VolcengineRtc/transport/untilAborted';
import { limiterAt0 } from '../limits';

const request = { action: 'RegisterUsers', version: '2020-12-01', body: '{}' };
const { signal: runsOn } = new AbortController();
const answer = (httpStatus: number, code?: string): Reply => ({
  kind: 'answered',
  httpStatus,
  error: { code, message: 'said' },
});
const success: Reply = { kind: 'answered', httpStatus: 200, result: {} };

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
  ['throttling by status', answer(429), { throttled: true }],
  ['throttling by code', answer(200, 'FlowLimitExceeded'), { throttled: true }],
  [
    'throttling that asks for time',
    { ...answer(429), retryAfterMs: 7 } as Reply,
    { throttled: true, retryAfterMs: 7 },
  ],
  ['a refusal', answer(400, 'InvalidParam'), { throttled: false }],
  ['a failing service', answer(503), { throttled: false }],
  ['an answer that makes no sense', { kind: 'unreadable', httpStatus: 200, reason: 'HTML' }, undefined],
  ['no answer', { kind: 'unreachable', code: 'EPIPE', message: '', mayHaveArrived: true }, undefined],
  ['a call that never left', { kind: 'unsendable', code: 'CannotSend', message: '' }, undefined],
])('after %s the limiter is told what the service did', async (_kind, reply, expected) => {
  const { limiter, told, acquire } = openLimiter();
  expect(await withRateLimit(async () => reply, limiter, 7, runsOn)(request)).toBe(reply);
  expect(told).toEqual([expected]);
  expect(acquire).toHaveBeenCalledWith(expect.any(Object), 7, runsOn);
});

test('all calls of one execution take their turns as one, those of another as another', async () => {
  const { limiter, acquire } = openLimiter();
  const [one, two] = [0, 1].map(() => withRateLimit(async () => success, limiter, 7, runsOn));
  for (const send of [one!, one!, two!]) await send(request);
  const [first, second, third] = acquire.mock.calls.map(([execution]) => execution);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test('a call that is cancelled on its way gives its place back', async () => {
  const { limiter, told } = openLimiter();
  const sending = withRateLimit(async () => await Promise.reject(new Error('cancelled')), limiter, 7, runsOn);
  await expect(sending(request)).rejects.toThrow('cancelled');
  expect(told).toEqual([undefined]);
});

test('a call that waits when the run stops is not sent', async () => {
  const send = jest.fn<ReturnType<Send>, Parameters<Send>>(async () => success);
  for (const cancelled of [undefined, new AbortController().signal]) {
    const stop = new AbortController();
    const sending = withRateLimit(send, closedLimiter, 7, stop.signal, cancelled)(request);
    stop.abort();
    expect(await sending).toEqual({ kind: 'stopped' });
  }
  expect(send).not.toHaveBeenCalled();
});

test('a call that waits when the execution is cancelled throws, and is not sent', async () => {
  const send = jest.fn<ReturnType<Send>, Parameters<Send>>(async () => success);
  const cancel = new AbortController();
  const sending = withRateLimit(send, closedLimiter, 7, runsOn, cancel.signal)(request);
  cancel.abort(new Error('cancelled'));
  await expect(sending).rejects.toThrow('cancelled');
  expect(send).not.toHaveBeenCalled();
});

test.each<[what: string, isCancelled: boolean]>([
  ['the execution is cancelled', true],
  ['the run stops', false],
])(
  'a call that is admitted in the tick in which %s gives its place back, and is not sent',
  async (_, isCancelled) => {
    const [clock, limiter] = limiterAt0();
    const send = jest.fn<ReturnType<Send>, Parameters<Send>>(async () => success);
    const [stop, cancel] = [new AbortController(), new AbortController()];
    const sending = withRateLimit(send, limiter, 1, stop.signal, cancel.signal)(request);
    if (isCancelled) cancel.abort(new Error('cancelled'));
    else stop.abort();
    expect(await sending.catch(({ message }: Error) => message)).toEqual(
      isCancelled ? 'cancelled' : { kind: 'stopped' },
    );
    const next = withRateLimit(send, limiter, 1, runsOn)(request);
    await clock.run(10_000);
    expect(await Promise.race([next, Promise.resolve('its place is lost')])).toBe(success);
    expect(send).toHaveBeenCalledTimes(1);
  },
);
