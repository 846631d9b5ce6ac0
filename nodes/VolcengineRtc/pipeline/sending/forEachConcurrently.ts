/**
 * Runs a task for each value, taking the next value only when a task has ended.
 *
 * @throws what the first failing task throws, once no task is running any more; no further value is taken
 */
export async function forEachConcurrently<T>(
  values: AsyncGenerator<T, void>,
  maxConcurrency: number,
  task: (value: T) => Promise<void>,
): Promise<void> {
  const worker = async () => {
    try {
      for (let next = await values.next(); next.done !== true; next = await values.next())
        await task(next.value);
    } finally {
      await values.return();
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: maxConcurrency }, worker));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
