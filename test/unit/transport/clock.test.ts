import { processClock } from '../../../nodes/VolcengineRtc/transport/clock';
import { untilAborted } from '../../../nodes/VolcengineRtc/transport/untilAborted';

const never = new Promise<never>(() => {});

test('without a signal a promise is as it was', async () => {
  await expect(untilAborted(Promise.resolve(7), undefined)).resolves.toBe(7);
  await expect(untilAborted(Promise.reject(new Error('no')), undefined)).rejects.toThrow('no');
});

test('with a signal that stays quiet a promise is as it was', async () => {
  const { signal } = new AbortController();
  await expect(untilAborted(Promise.resolve(7), signal)).resolves.toBe(7);
  await expect(untilAborted(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
});

test('a promise is given up when its signal aborts, with the reason of the signal', async () => {
  const controller = new AbortController();
  const waiting = untilAborted(never, controller.signal);
  controller.abort(new Error('cancelled'));
  await expect(waiting).rejects.toThrow('cancelled');
});

test('a signal that has aborted already wins over a promise that is fulfilled', async () => {
  const aborted = AbortSignal.abort(new Error('cancelled'));
  await expect(untilAborted(Promise.resolve(7), aborted)).rejects.toThrow('cancelled');
});

test('no listener stays on the signal', async () => {
  const { signal } = new AbortController();
  const added = jest.spyOn(signal, 'addEventListener');
  const removed = jest.spyOn(signal, 'removeEventListener');
  await untilAborted(Promise.resolve(7), signal);
  await Promise.resolve();
  expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
    added.mock.calls.map(([, listener]) => listener),
  );
});

test('the clock of the process never steps back', async () => {
  const before = processClock.now();
  await processClock.sleep(0);
  expect(processClock.now()).toBeGreaterThanOrEqual(before);
});

test('a sleep ends when its signal aborts', async () => {
  const sleeping = processClock.sleep(1, AbortSignal.abort(new Error('cancelled')));
  await expect(sleeping).rejects.toThrow('cancelled');
});
