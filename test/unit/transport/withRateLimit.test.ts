import type { Meaning } from '../../../nodes/VolcengineRtc/transport/meanings';
import type { RateLimiter, Report } from '../../../nodes/VolcengineRtc/transport/RateLimiter';
import type { Reply, Send } from '../../../nodes/VolcengineRtc/transport/send';
import { untilAborted } from '../../../nodes/VolcengineRtc/transport/untilAborted';
import { withRateLimit } from '../../../nodes/VolcengineRtc/transport/withRateLimit';

const request = { action: 'RegisterUsers', version: '2020-12-01', body: '{}' };
const { signal: runsOn } = new AbortController();
const failure = (meaning: Meaning): Reply => ({ kind: 'failure', error: { meaning, message: 'said' } });
const resultOf = (...meanings: Meaning[]): Reply => ({
  kind: 'result',
  failed: new Map(meanings.map((meaning, id) => [String(id), { meaning, message: 'said' }])),
});
const success = resultOf();

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

test.each<[kind: string, reply: Reply, told: boolean | undefined]>([
  ['a success', success, false],
  ['a result with users that are refused', resultOf('rejectedUser', 'existingUser'), false],
  ['a result with one user that is throttled', resultOf('rejectedUser', 'throttled', 'rejectedUser'), true],
  ['a result with a user that was changed too often', resultOf('userTooFrequent'), false],
  ['throttling', failure('throttled'), true],
  ['a refusal', failure('rejectedRequest'), false],
  ['a wrong key', failure('unknownKey'), false],
  ['a failing service', failure('transient'), false],
  ['a result that makes no sense', failure('invalidResult'), false],
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
  expect(acquire.mock.calls).toEqual([[7, runsOn]]);
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

test.each(['stopped', 'cancelled'])(
  'a place is given back where the run is %s in the tick of its admission, and nothing is sent',
  async (how) => {
    const send = jest.fn<ReturnType<Send>, Parameters<Send>>(async () => success);
    const abort = new AbortController();
    const { told, limiter } = openLimiter();
    const admitting = {
      acquire: async () => {
        const report = await limiter.acquire(7);
        abort.abort(new Error(how));
        return report;
      },
    } as unknown as RateLimiter;
    const cancelled = how === 'cancelled' ? abort.signal : undefined;
    const sending = withRateLimit(send, admitting, 7, cancelled)(request, abort.signal);
    if (how === 'cancelled') await expect(sending).rejects.toThrow('cancelled');
    else expect(await sending).toEqual({ kind: 'stopped' });
    expect(told).toEqual([undefined]);
    expect(send).not.toHaveBeenCalled();
  },
);
