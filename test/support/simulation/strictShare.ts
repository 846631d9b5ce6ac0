import type { Clock } from '../../../nodes/VolcengineRtc/transport/time/clock';
import { RateLimiter } from '../../../nodes/VolcengineRtc/transport/limiter/RateLimiter';
import { VirtualClock } from '../time/virtualClock';
import { busyMachine, type Load } from './busyMachine';
import { seededRandom } from '../random/seededRandom';

/** A process with a strict share and endless work. */
export interface Sharer extends Load {
  share: number;
  sends: number;
  /** From the arrival of a request to its answer, and so much longer at random. */
  latencyMs: number;
  jitterMs: number;
}

/** The way of a request. */
export interface Trip {
  admittedAt: number;
  leftAt: number;
  arrivedAt: number;
  answeredAt: number;
}

/** Requests that it has under way at most, as the node does. */
const inFlightPerSecond = 1.2;

/**
 * Sends with a strict share from a machine that is busy.
 *
 * @returns the ways of all requests, in the order of their arrival
 */
export async function tripsOf(sharer: Sharer, seed: number): Promise<Trip[]> {
  const { share, sends, latencyMs, jitterMs } = sharer;
  const random = seededRandom(seed);
  const clock = new VirtualClock();
  const runsAt = busyMachine(sharer, random);
  const step = async (ms: number) =>
    await new Promise<void>((resolve) => clock.at(runsAt(clock.now() + ms), resolve));
  const loop: Clock = { now: () => clock.now(), sleep: step };
  const limiter = new RateLimiter(loop, 50);
  const trips: Trip[] = [];
  let begun = 0;
  const worker = async () => {
    while ((begun += 1) <= sends) {
      const place = await limiter.acquire(limiter, share);
      const admittedAt = clock.now();
      // n8n looks the credential up, then connects, then writes.
      await step(1 + random());
      await step(1 + random());
      await step(1 + 2 * random());
      const leftAt = clock.now();
      await clock.sleep(1 + random());
      const arrivedAt = clock.now();
      await clock.sleep(latencyMs + jitterMs * random());
      // The head of the answer, then its body.
      await step(0.5);
      await step(0.3);
      trips.push({ admittedAt, leftAt, arrivedAt, answeredAt: clock.now() });
      place.ended({ throttled: false });
    }
  };
  for (let i = 0; i < inFlightPerSecond * share; i += 1) void worker();
  await clock.run();
  return trips.sort((a, b) => a.arrivedAt - b.arrivedAt);
}

/** A request that was one too many in its second, and the first of that second, in words; undefined for none. */
export function breachIn(trips: readonly Trip[], share: number): string | undefined {
  const at = trips.findIndex((trip, i) => trip.arrivedAt - (trips[i - share]?.arrivedAt ?? -Infinity) < 1000);
  if (at < 0) return undefined;
  const [first, tooMany] = [trips[at - share]!, trips[at]!];
  const known = trips.filter(({ answeredAt }) => answeredAt <= tooMany.admittedAt);
  const took = known.map(({ admittedAt, answeredAt }) => answeredAt - admittedAt);
  return [
    `${share + 1} requests arrived in ${ms(tooMany.arrivedAt - first.arrivedAt)}.`,
    `The first: ${describe(first)}.`,
    `The last: ${describe(tooMany)}.`,
    `The fastest of the ${took.length} answers until then took ${ms(Math.min(...took))}.`,
  ].join('\n');
}

/** How much of the share was used after the first two seconds' worth of requests. */
export function usedOf(trips: readonly Trip[], share: number): number {
  const settled = trips.slice(2 * share);
  const seconds = (settled.at(-1)!.arrivedAt - settled[0]!.arrivedAt) / 1000;
  return (settled.length - 1) / seconds / share;
}

function describe({ admittedAt, leftAt, arrivedAt, answeredAt }: Trip): string {
  const [left, arrived, answered] = [leftAt, arrivedAt, answeredAt].map((at) => ms(at - admittedAt));
  return `admitted at ${ms(admittedAt)}, left after ${left}, arrived after ${arrived}, answered after ${answered}`;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
