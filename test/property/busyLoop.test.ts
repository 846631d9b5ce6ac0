import { RateLimiter } from '../../nodes/VolcengineRtc/transport/limiter/RateLimiter';
import type { Clock } from '../../nodes/VolcengineRtc/transport/time/clock';
import { seededRandom } from '../support/random/seededRandom';
import { mostInOneSecond } from '../support/limiter/limits';
import { VirtualClock } from '../support/time/virtualClock';

const sends = 3000;
/** So many seconds' worth of requests are under way at once, as the node allows itself. */
const inFlightSeconds = 1.2;
const jitterMs = 50;
/** Other work keeps the event loop to itself for so much of every tenth of a second. */
const busyMs = 30;
const busyEveryMs = 100;

/** A clock whose timers fire late while the event loop is busy. */
function busyClock(clock: VirtualClock, busyForMs: number): Clock {
  return {
    now: () => clock.now(),
    sleep: async (ms, signal) => {
      await clock.sleep(ms, signal);
      const intoTurnMs = clock.now() % busyEveryMs;
      if (intoTurnMs < busyForMs) await clock.sleep(busyForMs - intoTurnMs);
    },
  };
}

/** When the requests of a long run arrive at a service with a limit and a latency. */
async function arrivalsOf(limit: number, latencyMs: number, busyForMs: number): Promise<number[]> {
  const random = seededRandom(1);
  const clock = new VirtualClock();
  const loop = busyClock(clock, busyForMs);
  const limiter = new RateLimiter(loop, limit);
  const execution = {};
  const arrivals: number[] = [];
  let begun = 0;
  const worker = async () => {
    while ((begun += 1) <= sends) {
      const place = await limiter.acquire(execution, limit);
      // n8n looks the credential up, and then connects.
      await loop.sleep(3 + random());
      await loop.sleep(2 + 2 * random());
      arrivals.push(clock.now());
      await clock.sleep(latencyMs + jitterMs * random());
      await loop.sleep(0);
      place.ended({ throttled: false });
    }
  };
  for (let i = 0; i < inFlightSeconds * limit; i += 1) void worker();
  await clock.run();
  return arrivals.sort((a, b) => a - b);
}

describe.each([
  ['free', 0],
  ['busy', busyMs],
])('an event loop that is %s', (_, busyForMs) => {
  test.each([
    [50, 0],
    [50, 100],
    [50, 300],
    [50, 1000],
    [100, 100],
    [100, 1000],
  ])(
    'lets 98 %% of a limit of %i out at a latency of %i ms, and never more than the limit',
    async (limit, latencyMs) => {
      const arrivals = await arrivalsOf(limit, latencyMs, busyForMs);
      expect(arrivals).toHaveLength(sends);
      const settled = arrivals.slice(limit);
      const perSecond = ((settled.length - 1) * 1000) / (settled.at(-1)! - settled[0]!);
      expect(perSecond).toBeGreaterThanOrEqual(0.98 * limit);
      expect(mostInOneSecond(arrivals)).toBeLessThanOrEqual(limit);
    },
  );
});
