import { withDecimals } from '../report/figures';
import type { Section } from '../report/section';
import { simulate } from './fleet';
import { type List, secondsOf } from './lists';
import { secondsUntilUsed } from './measures';
import { seededRandom } from '../random/seededRandom';
import { rejecting, slidingWindow } from './service';

/** Something after which sending should soon be as fast as before. */
export interface Recovery {
  what: string;
  /** What it would take if every moment were used. */
  atBest: number;
  /** Seconds that it may take. */
  aim: number;
  /** Seconds that it took with version 0.1.0: the mean of the same seeds. */
  before: number;
  /** What it takes, for a seed. */
  seconds(seed: number): Promise<number>;
}

const limit = 50;
/** Of how many seeds the figures in the documentation are the mean. */
const recordedSeeds = 20;

/** How long the last of some lists takes, at a service that rejects some requests. */
async function lastOf(
  lists: readonly List[],
  rejects: (nowMs: number, count: number) => boolean,
  seed: number,
  retryAfterMs?: number,
): Promise<number> {
  const service = rejecting(slidingWindow(limit), rejects);
  const seconds = await secondsOf(lists, { limit, service, retryAfterMs, random: seededRandom(seed) });
  return seconds.at(-1)!;
}

const single = (startsAtMs: number): List => ({ startsAtMs, requests: 1 });
const users = (count: number, startsAtMs = 0): List => ({ startsAtMs, requests: count / 20 });

/** How long after the reopening of a service that was closed for five seconds 90 % of the limit is used. */
async function reopened(processes: number, seed: number): Promise<number> {
  const closed = { from: 60, to: 65 };
  const random = seededRandom(seed);
  const conditions = { limit, latencyMs: 100, jitterMs: 20, seconds: 140, random };
  const requests = await simulate({ processes, closed, ...conditions });
  return secondsUntilUsed(requests, { fromSeconds: closed.to, share: 0.9, limit }) ?? Infinity;
}

export const recoveries: readonly Recovery[] = [
  {
    what: 'Three single users, the third rejected once, then a list of 1,000 users',
    atBest: 1.1,
    aim: 2,
    before: 48.2,
    seconds: async (seed) =>
      await lastOf(
        [single(0), single(1500), single(3000), users(1000, 4500)],
        (_, count) => count === 3,
        seed,
      ),
  },
  {
    what: 'Closed for 6 s: 4,000 users',
    atBest: 10,
    aim: 20,
    before: 68.6,
    seconds: async (seed) => await lastOf([users(4000)], (nowMs) => nowMs < 6000, seed),
  },
  {
    what: 'Closed for 10 s with Retry-After: 10: 2,000 users',
    atBest: 12,
    aim: 24,
    before: 56.2,
    seconds: async (seed) => await lastOf([users(2000)], (nowMs) => nowMs < 10_000, seed, 10_000),
  },
  {
    what: 'Closed for 9 s while a list is sent: a single user who comes half a second later',
    atBest: 0.1,
    aim: 2,
    before: 53.9,
    seconds: async (seed) => await lastOf([users(10_000), single(9500)], (nowMs) => nowMs < 9000, seed),
  },
  ...(
    [
      [1, 59.5],
      [2, 67.8],
      [4, 67.4],
      [16, 60.0],
    ] as const
  ).map(([processes, before]) => ({
    what: `Closed for 5 s, ${processes} ${processes === 1 ? 'process' : 'processes'}: 90 % used again`,
    atBest: 0.9,
    aim: 10,
    before,
    seconds: async (seed: number) => await reopened(processes, seed),
  })),
];

/** What it takes, in seconds: the mean of some seeds. */
export async function meanSeconds({ seconds }: Recovery, seeds: number): Promise<number> {
  let sum = 0;
  for (let seed = 1; seed <= seeds; seed += 1) sum += await seconds(seed);
  return sum / seeds;
}

/** What each recovery takes, beside the aim and what it took before. */
export async function recoverySection(): Promise<Section> {
  const seconds = (digits: number) => (value: number) => `${withDecimals(digits)(value)} s`;
  const now: number[] = [];
  for (const recovery of recoveries) now.push(await meanSeconds(recovery, recordedSeeds));
  const columns = [
    { title: 'What happens' },
    { title: 'At best', show: seconds(1) },
    { title: 'Aim', show: seconds(0) },
    { title: '0.1.0', show: seconds(1) },
    { title: 'Now', show: seconds(1) },
  ];
  const rows = recoveries.map(({ what, atBest, aim, before }, at) => [what, atBest, aim, before, now[at]!]);
  const chart = {
    title: 'How long it takes after rejections (simulation)',
    kind: 'bars',
    axis: 'seconds',
    scale: 'linear',
    categories: recoveries.map(({ what }) => what),
    series: [
      { name: '0.1.0', figures: recoveries.map(({ before }) => before) },
      { name: 'now', figures: now },
    ],
    show: withDecimals(1),
  } as const;
  return { table: { columns, rows }, chart };
}
