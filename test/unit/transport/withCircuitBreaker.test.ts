import { CircuitBreaker } from '../../../nodes/VolcengineRtc/transport/CircuitBreaker';
import type { Reply, Send } from '../../../nodes/VolcengineRtc/transport/send';
import { untilAborted } from '../../../nodes/VolcengineRtc/transport/time/untilAborted';
import { withCircuitBreaker } from '../../../nodes/VolcengineRtc/transport/withCircuitBreaker';
import { VirtualClock } from '../../support/time/virtualClock';

const request = { action: 'RegisterUsers', version: '2020-12-01', body: '{}', readResult: () => new Map() };
const { signal } = new AbortController();
const page: Reply = { kind: 'failure', error: { meaning: 'notVolcengine', message: 'said' } };

/**
 * A service that a proxy stands in front of, and the times at which requests reach that proxy.
 *
 * @param most calls beyond so many wait until they are called back
 */
function behindProxy(answer: () => Promise<Reply>, most = Infinity) {
  const clock = new VirtualClock();
  const sentAt: number[] = [];
  const breaker = new CircuitBreaker(clock, () => {});
  let calls = 0;
  const inner: Send = async (_request, wanted) => {
    calls += 1;
    if (calls > most && calls <= most + 2) {
      await untilAborted(new Promise<never>(() => {}), wanted).catch(() => undefined);
      return { kind: 'stopped' };
    }
    sentAt.push(clock.now());
    await clock.sleep(100);
    return await answer();
  };
  return { clock, sentAt, send: withCircuitBreaker(inner, breaker) };
}

test('a call is passed on, and its reply back', async () => {
  const send = jest.fn(async () => page);
  const breaker = new CircuitBreaker(new VirtualClock(), () => {});
  expect(await withCircuitBreaker(send, breaker)(request, signal)).toBe(page);
  expect(send.mock.calls).toEqual([[request, breaker.callBack(signal)]]);
});

test('a call that still waits behind it at the tenth page is called back, and takes its turn', async () => {
  const { clock, sentAt, send } = behindProxy(async () => page, 12);
  for (let i = 0; i < 14; i += 1) void send(request, signal);
  await clock.run(3000);
  // Twelve were on their way when the tenth page came; two were not.
  expect(sentAt).toEqual([...Array<number>(12).fill(0), 100, 700]);
});

test('a call that is no longer wanted is not sent, and not called back', async () => {
  const stop = new AbortController();
  const send = jest.fn(async (): Promise<Reply> => ({ kind: 'stopped' }));
  const breaker = new CircuitBreaker(new VirtualClock(), () => {});
  stop.abort(new Error('over'));
  expect(await withCircuitBreaker(send, breaker)(request, stop.signal)).toEqual({ kind: 'stopped' });
  expect(send).toHaveBeenCalledTimes(1);
});

test('after ten pages in a row calls go out one at a time, with a pause between', async () => {
  const { clock, sentAt, send } = behindProxy(async () => page);
  for (let i = 0; i < 10; i += 1) void send(request, signal);
  await clock.run(200);
  for (let i = 0; i < 3; i += 1) void send(request, signal);
  await clock.run(3000);
  expect(sentAt).toEqual([...Array<number>(10).fill(0), 200, 800, 1400]);
});

test('a call that throws gives its turn back', async () => {
  let fails = false;
  const { clock, sentAt, send } = behindProxy(async () => {
    if (fails) throw new Error('cancelled');
    return page;
  });
  for (let i = 0; i < 10; i += 1) void send(request, signal);
  await clock.run(200);
  fails = true;
  const ends = [0, 1].map(async () => await send(request, signal).catch((error: Error) => error.message));
  await clock.run(3000);
  expect(await Promise.all(ends)).toEqual(['cancelled', 'cancelled']);
  expect(sentAt.slice(10)).toEqual([200, 800]);
});

test('calls that are under way when the service answers again do not end a turn that nobody has', async () => {
  let isService = false;
  const { clock, sentAt, send } = behindProxy(async () =>
    isService ? { kind: 'result', rows: new Map() } : page,
  );
  for (let i = 0; i < 10; i += 1) void send(request, signal);
  await clock.run(200);
  isService = true;
  for (let i = 0; i < 5; i += 1) void send(request, signal);
  await clock.run(3000);
  expect(sentAt.slice(10)).toEqual([200, 300, 300, 300, 300]);
});
