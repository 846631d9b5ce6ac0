import type { Script } from '../script';

/** Runs that are under way at once: they mostly wait. */
const concurrency = 20;

/**
 * Plays random scripts, some at a time.
 *
 * @throws an error with the seed and the script, where one fails
 */
export async function eachOf(
  scriptsOf: (count: number, seed: number) => Script[],
  count: number,
  task: (script: Script, name: string) => Promise<void>,
): Promise<void> {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const left = [...scriptsOf(count, seed).entries()];
  const failures: string[] = [];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [number, script] = next;
      await task(script, `${seed}n${number}`).catch((error: unknown) =>
        failures.push(`Seed ${seed}, script ${number}: ${String(error)}\n${JSON.stringify(script)}`),
      );
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  if (failures.length > 0) throw new Error(failures.slice(0, 3).join('\n\n'));
}
