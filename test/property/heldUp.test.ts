import fc from 'fast-check';
import { RateLimiter } from '../../nodes/VolcengineRtc/transport/limiter/RateLimiter';
import { mostInOneSecond } from '../support/limiter/limits';
import { VirtualClock } from '../support/time/virtualClock';

const sends = 600;

/** Sends as fast as it may, each request being held up for a while on its way; tells when they arrive. */
async function arrivalsOf(heldUpMs: (index: number) => number, latencyMs: number): Promise<number[]> {
  const clock = new VirtualClock();
  const limiter = new RateLimiter(clock, 50);
  const execution = {};
  const arrivals: number[] = [];
  for (let index = 0; index < sends; index += 1) {
    void limiter.acquire(execution, 50).then(async (place) => {
      await clock.sleep(heldUpMs(index));
      arrivals.push(clock.now());
      await clock.sleep(latencyMs);
      place.ended({ throttled: false });
    });
  }
  await clock.run();
  return arrivals;
}

const heldUp = fc.record({
  /** What all requests take to the service. */
  usualMs: fc.integer({ min: 1, max: 20 }),
  /** How much longer some of them take. */
  longerMs: fc.integer({ min: 20, max: 200 }),
  /** One in so many. */
  oneIn: fc.integer({ min: 51, max: 200 }),
  /** From there to the answer. */
  latencyMs: fc.integer({ min: 0, max: 500 }),
});

test('requests that are held up do not meet those behind them above the limit', async () => {
  await fc.assert(
    fc.asyncProperty(heldUp, async ({ usualMs, longerMs, oneIn, latencyMs }) => {
      const arrivals = await arrivalsOf((i) => usualMs + (i % oneIn === oneIn - 1 ? longerMs : 0), latencyMs);
      expect(arrivals).toHaveLength(sends);
      expect(mostInOneSecond(arrivals)).toBeLessThanOrEqual(50);
    }),
    { numRuns: 100 },
  );
});

test('the rate holds while one request in a hundred is held up', async () => {
  const arrivals = await arrivalsOf((i) => (i % 100 === 50 ? 60 : 5), 100);
  expect(arrivals.at(-1)! - arrivals[0]!).toBeLessThanOrEqual((1000 * sends) / 49);
});
