import fc from 'fast-check';
import { RateLimiter } from '../../nodes/VolcengineRtc/transport/limiter/RateLimiter';
import { mostInOneSecond } from '../unit/transport/limits';
import { VirtualClock } from '../unit/virtualClock';

const fastest = { thereMs: 5, backMs: 100 };

/** What a request takes there and back, and whether it is answered or given up. */
const trip = fc.record({
  thereMs: fc.oneof(fc.integer({ min: 5, max: 15 }), fc.integer({ min: 5, max: 900 })),
  backMs: fc.oneof(fc.integer({ min: 100, max: 120 }), fc.integer({ min: 100, max: 1500 })),
  isAnswered: fc.boolean(),
});

const lateness = fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 15 }), fc.nat({ max: 1500 })), {
  minLength: 1,
  maxLength: 20,
});

test('a share holds where requests arrive, however unevenly they travel and whenever timers fire', async () => {
  const trips = fc.array(trip, { minLength: 50, maxLength: 150 });
  const share = fc.integer({ min: 1, max: 25 });
  await fc.assert(
    fc.asyncProperty(share, trips, lateness, async (maxPerSecond, others, latenessesMs) => {
      let timers = 0;
      const clock = new VirtualClock(() => latenessesMs[timers++ % latenessesMs.length]!);
      const limiter = new RateLimiter(clock, 50);
      const arrivedAt: number[] = [];
      const all = [{ ...fastest, isAnswered: true }, ...others];
      const sends = all.map(async ({ thereMs, backMs, isAnswered }) => {
        const place = await limiter.acquire({}, maxPerSecond);
        const sentAt = clock.now();
        arrivedAt.push(sentAt + thereMs);
        await new Promise<void>((resolve) => clock.at(sentAt + thereMs + backMs, resolve));
        place.ended(isAnswered ? { throttled: false } : undefined);
      });
      await clock.run();
      await Promise.all(sends);
      expect(mostInOneSecond(arrivedAt.sort((a, b) => a - b))).toBeLessThanOrEqual(maxPerSecond);
    }),
    { numRuns: 100 },
  );
});
