import { withDecimals } from '../report/figures';
import type { Section } from '../report/section';
import { breachIn, type Sharer, tripsOf, usedOf } from './strictShare';

/** A strict share of 25 on some machine, and what became of it with 0.1.0. */
interface Trial {
  machine: string;
  conditions: Omit<Sharer, 'share' | 'sends'>;
  before: { broken: number; used: number };
}

const share = 25;
const runs = 200;

const quiet = { busyMs: 0, freeMs: 1, latencyMs: 100, jitterMs: 20 };
const busy = { ...quiet, busyMs: 20, freeMs: 10 };

const trials: readonly Trial[] = [
  { machine: 'Quiet, answers after 100 ms', conditions: quiet, before: { broken: 0, used: 0.981 } },
  {
    machine: 'Quiet, answers after 300 ms',
    conditions: { ...quiet, latencyMs: 300 },
    before: { broken: 0, used: 0.981 },
  },
  {
    machine: 'Quiet, answers after a second',
    conditions: { ...quiet, latencyMs: 1000 },
    before: { broken: 0, used: 0.953 },
  },
  {
    machine: 'Other work has the processor for two thirds of the time',
    conditions: busy,
    before: { broken: 0, used: 0.935 },
  },
  {
    machine: 'The same for the first four seconds',
    conditions: { ...busy, calmAtMs: 4000 },
    before: { broken: 0, used: 0.981 },
  },
  {
    machine: 'The same all the time, and the process has just started',
    conditions: { ...busy, coldMs: 20, warmAtMs: 3000 },
    before: { broken: 85, used: 0.945 },
  },
];

/** How many of many short runs broke the share, and how much of it one long run used. */
async function tryMachine(conditions: Trial['conditions']): Promise<Trial['before']> {
  let broken = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const trips = await tripsOf({ ...conditions, share, sends: 8 * share }, seed);
    if (breachIn(trips, share) !== undefined) broken += 1;
  }
  const used = usedOf(await tripsOf({ ...conditions, share, sends: 60 * share }, 1), share);
  return { broken, used };
}

/** What a strict share is worth on each machine, with 0.1.0 and now. */
export async function busyMachinesSection(): Promise<Section> {
  const percent = (part: number) => `${withDecimals(1)(100 * part)} %`;
  const results: Array<Trial['before']> = [];
  for (const { conditions } of trials) results.push(await tryMachine(conditions));
  const columns = [
    { title: 'Machine' },
    { title: `Of ${runs} runs broke it: 0.1.0` },
    { title: 'Broke it: now' },
    { title: 'Used: 0.1.0', show: percent },
    { title: 'Used: now', show: percent },
  ];
  const rows = results.map(({ broken, used }, at) => {
    const { machine, before } = trials[at]!;
    return [machine, before.broken, broken, before.used, used];
  });
  const chart = {
    title: `Runs of ${runs} that broke a strict share (simulation)`,
    kind: 'bars',
    axis: 'runs',
    scale: 'linear',
    categories: trials.map(({ machine }) => machine),
    series: [
      { name: '0.1.0', figures: trials.map(({ before }) => before.broken) },
      { name: 'now', figures: results.map(({ broken }) => broken) },
    ],
    show: withDecimals(0),
  } as const;
  return { table: { columns, rows }, chart };
}
