/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the process knows which timers there are */
import { processClock } from '../../../../nodes/VolcengineRtc/transport/time/clock';
import { untilAborted } from '../../../../nodes/VolcengineRtc/transport/time/untilAborted';

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
  expect(added).toHaveBeenCalledTimes(1);
  expect(removed.mock.calls).toEqual(added.mock.calls);
});

test('many that wait share one listener, which stays until the last of them is through', async () => {
  const controller = new AbortController();
  const removed = jest.spyOn(controller.signal, 'removeEventListener');
  const waiting = untilAborted(never, controller.signal);
  await untilAborted(Promise.resolve(7), controller.signal);
  await Promise.resolve();
  expect(removed).not.toHaveBeenCalled();
  controller.abort(new Error('cancelled'));
  await expect(waiting).rejects.toThrow('cancelled');
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

test('a sleep that was given up leaves no timer behind', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const controller = new AbortController();
  // The timer of the test itself is set only once the test has begun.
  await processClock.sleep(0);
  const before = timers();
  const sleeping = processClock.sleep(3_600_000, controller.signal);
  expect(timers()).toBe(before + 1);
  controller.abort(new Error('cancelled'));
  await expect(sleeping).rejects.toThrow('cancelled');
  expect(timers()).toBe(before);
});
