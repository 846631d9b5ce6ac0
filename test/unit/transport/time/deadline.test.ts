import { DeadlineError, withDeadline } from '../../../../nodes/VolcengineRtc/transport/time/deadline';
import { VirtualClock } from '../../../support/time/virtualClock';

const never = new Promise<never>(() => {});

/** Sets a task up with a second of time; with the signal that it gets. */
function start<T>(task: (givenUp: AbortSignal) => Promise<T>, cancelled?: AbortSignal) {
  const clock = new VirtualClock();
  const seen: { givenUp?: AbortSignal } = {};
  const result = withDeadline(
    async (givenUp) => {
      seen.givenUp = givenUp;
      return await task(givenUp);
    },
    { ms: 1000, clock, cancelled, message: 'The task was not done within 1000 ms' },
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

test.each(['done', 'failed', 'cancelled'])('the sleep ends with a task that is %s', async (how) => {
  const cancel = new AbortController();
  let sleeping: AbortSignal | undefined;
  const clock = {
    now: () => 0,
    sleep: async (_ms: number, signal?: AbortSignal) => {
      sleeping = signal;
      await new Promise((_, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason as Error)),
      );
    },
  };
  const tasks: Record<string, () => Promise<unknown>> = {
    done: async () => 7,
    failed: async () => await Promise.reject(new Error('no')),
    cancelled: async () => await never,
  };
  const ended = withDeadline(tasks[how]!, { ms: 1000, clock, cancelled: cancel.signal, message: '' }).catch(
    () => {},
  );
  if (how === 'cancelled') cancel.abort(new Error('cancelled'));
  await ended;
  expect(sleeping?.aborted).toBe(true);
});
