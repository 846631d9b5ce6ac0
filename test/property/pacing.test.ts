import fc from 'fast-check';
import { crowd, limiterAt0, sendTimes, turnsOf } from '../support/limiter/limits';

const wholeLimit = fc.integer({ min: 1, max: 50 });

function averageOf(times: readonly number[]): number {
  return ((times.length - 1) * 1000) / (times.at(-1)! - times[0]!);
}

test('with punctual timers sends leave evenly spaced', async () => {
  await fc.assert(
    fc.asyncProperty(wholeLimit, fc.constantFrom(0, 60_000), async (maxPerSecond, idleMs) => {
      const calls = crowd(maxPerSecond * 3 + 1, maxPerSecond).map((call) => ({ ...call, atMs: idleMs }));
      const turns = await turnsOf(...limiterAt0(), [...crowd(maxPerSecond, maxPerSecond), ...calls]);
      // The first window is wider spaced, so that the first requests of a process are not caught up with.
      const times = sendTimes(turns).slice(maxPerSecond + 1);
      const gaps = times.slice(1).map((time, i) => time - times[i]!);
      const average = (times.at(-1)! - times[0]!) / gaps.length;
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(average - 1.5);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(average + 1.5);
    }),
    { numRuns: 25 },
  );
});

test('keeps at least 98 % of a limit in the long run when timers fire up to 15 ms late', async () => {
  const lateness = fc.infiniteStream(fc.nat({ max: 15 }));
  await fc.assert(
    fc.asyncProperty(wholeLimit, lateness, async (maxPerSecond, latenesses) => {
      const next = () => latenesses.next().value as number;
      const times = sendTimes(await turnsOf(...limiterAt0(next), crowd(maxPerSecond * 61, maxPerSecond)));
      expect(averageOf(times.slice(maxPerSecond)) / maxPerSecond).toBeGreaterThanOrEqual(0.98);
    }),
    { numRuns: 15 },
  );
});

test('a call whose signal has aborted already takes no one’s place', async () => {
  const [clock, limiter] = limiterAt0();
  await limiter.acquire({}, 1, AbortSignal.abort(new Error('cancelled'))).catch(() => {});
  const turns = turnsOf(clock, limiter, crowd(1, 1));
  expect(sendTimes(await turns)).toEqual([0]);
});
