import { withDecimals } from '../report/figures';
import type { Section } from '../report/section';
import { type Fleet, simulate } from './fleet';
import { measure, secondsUntilUsed } from './measures';
import { seededRandom } from '../random/seededRandom';

const settled = { fromSeconds: 120, toSeconds: 1800 };
const early = { fromSeconds: 5, toSeconds: 40 };
const joinSeconds = 10;

const changesAt = 120;
const enough = 0.9;
const changes = Array.from({ length: 20 }, (_, seed) => seed + 1);

/** How processes that share a limit do, by their number. */
interface Growth {
  processes: number;
  settled: ReturnType<typeof measure>;
  early: ReturnType<typeof measure>;
  /** Seconds until 90 % of the limit is used again when half of them leave; undefined for one. */
  takenUp?: number;
  /** What one that joins gets of its fair share in its first seconds. */
  letIn?: number;
}

async function growthOf(processes: number, limit: number): Promise<Growth> {
  const requests = await run({ processes, limit, seconds: settled.toSeconds }, processes);
  return {
    processes,
    settled: measure(requests, { ...settled, limit }),
    early: measure(requests, { ...early, limit }),
    ...(processes > 1 && {
      takenUp: await meanOf(async (seed) => await takenUp(processes, limit, seed)),
      letIn: await meanOf(async (seed) => await letIn(processes, limit, seed)),
    }),
  };
}

async function run(fleet: Pick<Fleet, 'processes' | 'limit' | 'seconds'> & Partial<Fleet>, seed: number) {
  return await simulate({ latencyMs: 100, jitterMs: 20, random: seededRandom(seed), ...fleet });
}

async function takenUp(processes: number, limit: number, seed: number): Promise<number> {
  const seconds = changesAt + 120;
  const leaving = Array.from({ length: Math.floor(processes / 2) }, (_, process) => [process, changesAt]);
  const requests = await run({ processes, limit, seconds, leavesAt: Object.fromEntries(leaving) }, seed);
  // What was accepted in the last second before they left does not count.
  const window = { fromSeconds: changesAt, share: enough, limit };
  return secondsUntilUsed(requests, window) ?? Infinity;
}

async function letIn(processes: number, limit: number, seed: number): Promise<number> {
  const [joiner, toSeconds] = [processes - 1, changesAt + joinSeconds];
  const requests = await run(
    { processes, limit, seconds: toSeconds, joinsAt: { [joiner]: changesAt } },
    seed,
  );
  const own = requests.filter(({ process }) => process === joiner);
  return processes * measure(own, { fromSeconds: changesAt, toSeconds, limit }).utilisation;
}

async function meanOf(value: (seed: number) => Promise<number>): Promise<number> {
  let sum = 0;
  for (const seed of changes) sum += await value(seed);
  return sum / changes.length;
}

/** The figures for numbers of processes side by side, and a plot of how well the limit is used. */
export async function growthSection(limit: number, counts: readonly number[]): Promise<Section> {
  const growths: Growth[] = [];
  for (const processes of counts) growths.push(await growthOf(processes, limit));
  const percent = (digits: number) => (share: number) => `${withDecimals(digits)(100 * share)} %`;
  const columns = [
    { title: 'Processes' },
    { title: 'Limit used', show: percent(1) },
    { title: 'Rejected', show: percent(2) },
    { title: 'Fairness (Jain)', show: withDecimals(3) },
    { title: 'Limit used, 5 to 40 s', show: percent(1) },
    { title: 'Rejected, 5 to 40 s', show: percent(2) },
    { title: 'Half leave: 90 % used again after', show: (s: number) => `${withDecimals(0)(s)} s` },
    { title: `One joins: of its fair share, in ${joinSeconds} s`, show: percent(0) },
  ];
  const rows = growths.map((growth) => [
    growth.processes,
    growth.settled.utilisation,
    growth.settled.throttledShare,
    growth.settled.fairness,
    growth.early.utilisation,
    growth.early.throttledShare,
    growth.takenUp ?? '–',
    growth.letIn ?? '–',
  ]);
  const series = [
    { name: 'limit used, %', figures: growths.map((growth) => 100 * growth.settled.utilisation) },
    { name: 'requests rejected, %', figures: growths.map((growth) => 100 * growth.settled.throttledShare) },
  ];
  const chart = {
    title: `Processes that share a limit of ${limit} (simulation)`,
    kind: 'lines',
    axis: '%',
    scale: 'linear',
    categories: growths.map(({ processes }) => String(processes)),
    series,
    show: withDecimals(1),
  } as const;
  return { table: { columns, rows }, chart };
}
