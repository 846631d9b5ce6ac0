import fc from 'fast-check';
import { forEachConcurrently } from '../../nodes/VolcengineRtc/pipeline/sending/forEachConcurrently';
import { VirtualClock } from '../support/time/virtualClock';

interface Task {
  durationMs: number;
  fails: boolean;
}

/** Runs tasks on a virtual clock; tells when each started and ended, and when all was over and how. */
async function run(tasks: readonly Task[], maxConcurrency: number) {
  const clock = new VirtualClock();
  const startsMs: number[] = [];
  const endsMs: number[] = [];
  let running = 0;
  let mostRunning = 0;
  async function* source(): AsyncGenerator<[number, Task], void> {
    yield* tasks.entries();
  }
  const all = forEachConcurrently(source(), maxConcurrency, async ([i, { durationMs, fails }]) => {
    startsMs[i] = clock.now();
    running += 1;
    mostRunning = Math.max(mostRunning, running);
    await clock.sleep(durationMs);
    running -= 1;
    endsMs[i] = clock.now();
    if (fails) throw new Error(`task ${i}`);
  });
  const end = all.then(
    () => ({ atMs: clock.now(), error: undefined }),
    (error: Error) => ({ atMs: clock.now(), error: error.message }),
  );
  await clock.run();
  return { startsMs, endsMs, mostRunning, ...(await end) };
}

const concurrency = fc.integer({ min: 1, max: 8 });
const duration = fc.integer({ min: 1, max: 100 });
const task = fc.record({ durationMs: duration, fails: fc.boolean() });

test('every task runs once, as many at a time as allowed and no more', async () => {
  const sound = fc.record({ durationMs: duration, fails: fc.constant(false) });
  await fc.assert(
    fc.asyncProperty(fc.array(sound, { maxLength: 30 }), concurrency, async (tasks, maxConcurrency) => {
      const { endsMs, mostRunning, error } = await run(tasks, maxConcurrency);
      expect(error).toBeUndefined();
      expect(Object.keys(endsMs)).toHaveLength(tasks.length);
      expect(mostRunning).toBe(Math.min(tasks.length, maxConcurrency));
    }),
  );
});

test('after a failure no task starts, those that run end, and only then the failure is thrown', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(task, { minLength: 1, maxLength: 30 }),
      concurrency,
      async (tasks, maxConcurrency) => {
        const { startsMs, endsMs, atMs, error } = await run(tasks, maxConcurrency);
        const failuresMs = endsMs.filter((_, i) => tasks[i]?.fails === true);
        const firstFailureMs = Math.min(Infinity, ...failuresMs);
        expect(Math.max(...startsMs)).toBeLessThanOrEqual(firstFailureMs);
        expect(endsMs).toHaveLength(startsMs.length);
        expect(atMs).toBe(Math.max(...endsMs));
        expect(error === undefined).toBe(failuresMs.length === 0);
      },
    ),
  );
});
