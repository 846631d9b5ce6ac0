import { DeadlineError, Deadlines } from '../../../../nodes/VolcengineRtc/transport/time/Deadlines';
import { VirtualClock } from '../../../support/time/virtualClock';

const { signal: runsOn } = new AbortController();
const never = new Promise<never>(() => {});
const late = { message: 'late' };

/** Sets a task up with a second of time; with the signal that it gets. */
function start<T>(task: (givenUp: AbortSignal) => Promise<T>, cancelled?: AbortSignal) {
  const clock = new VirtualClock();
  const seen: { givenUp?: AbortSignal } = {};
  const result = new Deadlines(clock, 1000, runsOn).meet(
    async (givenUp) => {
      seen.givenUp = givenUp;
      return await task(givenUp);
    },
    { message: 'The task was not done within 1000 ms', description: 'Wait for longer.' },
    cancelled,
  );
  return { clock, seen, result };
}

test('a task that ends in time gives its result, and is not given up', async () => {
  const { clock, seen, result } = start(async () => 7);
  expect(await result).toBe(7);
  await clock.run();
  expect(seen.givenUp?.aborted).toBe(false);
});

test('a task that fails in time fails as it does', async () => {
  const { result } = start(async () => await Promise.reject(new Error('no')));
  await expect(result).rejects.toThrow('no');
});

test('a task is given up at the deadline, and not before', async () => {
  const { clock, seen, result } = start(async () => await never);
  const ended = result.catch((error: unknown) => error);
  await clock.run(999);
  expect(seen.givenUp?.aborted).toBe(false);
  await clock.run(1000);
  const error = await ended;
  expect(error).toBeInstanceOf(DeadlineError);
  expect(error).toMatchObject({ code: 'ETIMEDOUT', message: 'The task was not done within 1000 ms' });
  expect(error).toHaveProperty('description', 'Wait for longer.');
  expect(seen.givenUp?.aborted).toBe(true);
});

test('a task is given up as soon as the execution is cancelled, with the reason of the signal', async () => {
  const cancel = new AbortController();
  const { seen, result } = start(async () => await never, cancel.signal);
  cancel.abort(new Error('cancelled'));
  await expect(result).rejects.toThrow('cancelled');
  expect(seen.givenUp?.aborted).toBe(true);
});

test('what a task does after its deadline is nobody’s business', async () => {
  const { clock, result } = start(async (givenUp) => {
    await new Promise((resolve) => givenUp.addEventListener('abort', resolve));
    throw new Error('aborted');
  });
  const ended = expect(result).rejects.toThrow('within 1000 ms');
  await clock.run();
  await ended;
});

test('each of many tasks has its own deadline, and one timer at a time serves them all', async () => {
  const clock = new VirtualClock();
  const sleep = jest.spyOn(clock, 'sleep');
  const deadlines = new Deadlines(clock, 1000, runsOn);
  const endedAt: number[] = [];
  const begin = async () =>
    await deadlines.meet(async () => await never, late).catch(() => endedAt.push(clock.now()));
  for (const at of [0, 0, 0, 300.5, 999, 5000]) clock.at(at, () => void begin());
  await clock.run();
  expect(endedAt).toEqual([1000, 1000, 1000, 1300.5, 1999, 6000]);
  expect(sleep.mock.calls.map(([ms]) => ms)).toEqual([1000, 300.5, 698.5, 1000]);
});

test('a timer that fires a little early serves what it was set for', async () => {
  const clock = new VirtualClock(() => -0.5);
  const deadlines = new Deadlines(clock, 1000, runsOn);
  const ended = deadlines.meet(async () => await never, late).catch(() => clock.now());
  await clock.run();
  expect(await ended).toBe(999.5);
});

test.each(['done', 'failed', 'cancelled'])('no timer is set again for a task that is %s', async (how) => {
  const clock = new VirtualClock();
  const sleep = jest.spyOn(clock, 'sleep');
  const cancel = new AbortController();
  const tasks: Record<string, () => Promise<unknown>> = {
    done: async () => 7,
    failed: async () => await Promise.reject(new Error('no')),
    cancelled: async () => await never,
  };
  const ended = new Deadlines(clock, 5000, runsOn).meet(tasks[how]!, late, cancel.signal).catch(() => {});
  if (how === 'cancelled') cancel.abort(new Error('cancelled'));
  await ended;
  await clock.run();
  expect(sleep).toHaveBeenCalledTimes(1);
});

test('the timer ends with the run', async () => {
  const clock = new VirtualClock();
  const sleep = jest.spyOn(clock, 'sleep');
  const run = new AbortController();
  await new Deadlines(clock, 5000, run.signal).meet(async () => 7, late);
  run.abort(new Error('The run has ended'));
  await expect(sleep.mock.results[0]!.value).rejects.toThrow('The run has ended');
});
