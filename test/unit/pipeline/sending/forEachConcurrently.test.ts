import { forEachConcurrently } from '../../../../nodes/VolcengineRtc/pipeline/sending/forEachConcurrently';

/** Tasks that end when the test says so. */
class Tasks {
  readonly taken: number[] = [];

  readonly running = new Map<number, { end(): void; fail(error: Error): void }>();

  readonly run = async (value: number) => {
    this.taken.push(value);
    await new Promise<void>((end, fail) => this.running.set(value, { end, fail })).finally(() =>
      this.running.delete(value),
    );
  };

  async end(value: number): Promise<void> {
    this.running.get(value)?.end();
    await settle();
  }

  async fail(value: number): Promise<void> {
    this.running.get(value)?.fail(new Error(`task ${value} failed`));
    await settle();
  }
}

/** Lets everything that waits for a promise go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

async function* numbers(count: number, events: string[] = []): AsyncGenerator<number, void> {
  try {
    for (let value = 0; value < count; value += 1) yield value;
  } finally {
    events.push('closed');
  }
}

test('no more tasks run than allowed, and each end lets the next one start', async () => {
  const tasks = new Tasks();
  const all = forEachConcurrently(numbers(5), 2, tasks.run);
  await settle();
  expect([...tasks.running.keys()]).toEqual([0, 1]);
  await tasks.end(1);
  expect([...tasks.running.keys()]).toEqual([0, 2]);
  await tasks.end(0);
  await tasks.end(2);
  expect([...tasks.running.keys()]).toEqual([3, 4]);
  await tasks.end(3);
  await tasks.end(4);
  await expect(all).resolves.toBeUndefined();
});

test('a value is taken only when its task can start', async () => {
  const tasks = new Tasks();
  const source = numbers(5);
  const next = jest.spyOn(source, 'next');
  const all = forEachConcurrently(source, 2, tasks.run);
  await settle();
  expect(next).toHaveBeenCalledTimes(2);
  await source.return();
  await tasks.end(0);
  await tasks.end(1);
  await all;
});

test('nothing to do ends at once', async () => {
  const tasks = new Tasks();
  await forEachConcurrently(numbers(0), 3, tasks.run);
  expect(tasks.taken).toEqual([]);
});

test('after a failure no further value is taken, and the source is closed', async () => {
  const tasks = new Tasks();
  const events: string[] = [];
  const all = forEachConcurrently(numbers(9, events), 2, tasks.run).catch((error: Error) => error.message);
  await settle();
  await tasks.fail(0);
  expect(events).toEqual(['closed']);
  await tasks.end(1);
  expect(await all).toBe('task 0 failed');
  expect(tasks.taken).toEqual([0, 1]);
});

test('a failure is thrown only once no task is running any more', async () => {
  const tasks = new Tasks();
  let hasEnded = false;
  const all = forEachConcurrently(numbers(9), 3, tasks.run).finally(() => {
    hasEnded = true;
  });
  all.catch(() => {});
  await settle();
  await tasks.fail(1);
  await tasks.end(0);
  expect(hasEnded).toBe(false);
  await tasks.end(2);
  await expect(all).rejects.toThrow('task 1 failed');
});

test('an error of the source is thrown once no task is running any more', async () => {
  const tasks = new Tasks();
  async function* broken(): AsyncGenerator<number, void> {
    yield 0;
    throw new Error('source failed');
  }
  const all = forEachConcurrently(broken(), 2, tasks.run);
  all.catch(() => {});
  await settle();
  expect(tasks.taken).toEqual([0]);
  await tasks.end(0);
  await expect(all).rejects.toThrow('source failed');
});
