/** Ways to do the same thing. */
export type Ways = Readonly<Record<string, () => unknown>>;

const rounds = 5;

/**
 * Times ways to do the same thing: the median of each in microseconds. They take turns, and each one's best round
 * counts, so that a machine that is busy for a while slows none of them alone.
 */
export async function timeWays(ways: Ways, timeMs: number): Promise<Record<string, number>> {
  const best = Object.fromEntries(Object.keys(ways).map((name) => [name, Infinity]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, time] of await timeOnce(ways, timeMs / rounds)) {
      best[name] = Math.min(best[name] ?? Infinity, time);
    }
  }
  return best;
}

async function timeOnce(ways: Ways, timeMs: number): Promise<Array<[name: string, time: number]>> {
  const { Bench } = await import('tinybench');
  const bench = new Bench({ time: timeMs, warmupTime: timeMs / 2, throws: true });
  for (const [name, run] of Object.entries(ways)) bench.add(name, run);
  await bench.run();
  return bench.tasks.map(({ name, result }) => [name, medianMs(result) * 1000]);
}

function medianMs(result: object): number {
  return (result as { latency: { p50: number } }).latency.p50;
}
