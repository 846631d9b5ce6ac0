import type { RateLimiter, Report } from '../../../nodes/VolcengineRtc/transport/RateLimiter';
import type { Reply, Send } from '../../../nodes/VolcengineRtc/transport/send';
import { untilAborted } from '../../../nodes/VolcengineRtc/transport/untilAborted';
import { withRateLimit } from '../../../nodes/VolcengineRtc/transport/withRateLimit';

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
  const told: Array<boolean | undefined> = [];
  const report: Report = (isThrottled) => told.push(isThrottled);
  const acquire = jest.fn(async () => report);
  return { told, acquire, limiter: { acquire } as unknown as RateLimiter };
}

/** A limiter at which nobody's turn comes. */
const closedLimiter = {
  acquire: async (_most: number, signal?: AbortSignal) =>
    await untilAborted(new Promise<never>(() => {}), signal),
} as unknown as RateLimiter;

test.each<[kind: string, reply: Reply, told: Array<boolean | undefined>]>([
  ['a success', success, [false]],
  ['throttling by status', answer(429), [true]],
  ['throttling by code', answer(200, 'FlowLimitExceeded'), [true]],
  ['a refusal', answer(400, 'InvalidParam'), [false]],
  ['a failing service', answer(503), [false]],
  ['an answer that makes no sense', { kind: 'unreadable', httpStatus: 200, reason: 'HTML' }, [undefined]],
  ['no answer', { kind: 'unreachable', code: 'EPIPE', message: '', mayHaveArrived: true }, [undefined]],
  ['a call that never left', { kind: 'unsendable', code: 'CannotSend', message: '' }, [undefined]],
])('after %s the limiter is told what the service did', async (_kind, reply, expected) => {
  const { limiter, told, acquire } = openLimiter();
  expect(await withRateLimit(async () => reply, limiter, 7, runsOn)(request)).toBe(reply);
  expect(told).toEqual(expected);
  expect(acquire).toHaveBeenCalledWith(7, runsOn);
});

test('a call that is cancelled on its way is reported as well, or it would keep its place for good', async () => {
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
