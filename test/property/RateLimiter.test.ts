import fc from 'fast-check';
import { type Call, crowd, limiterAt0, mostInOneSecond, sendTimes, turnsOf } from '../support/limiter/limits';

const limits = fc.constantFrom(50, 100);
const wholeShare = (limit: number) => fc.integer({ min: 1, max: limit });
const anyShare = (limit: number) =>
  fc.oneof(
    wholeShare(limit),
    fc.double({ min: 1, max: limit, noNaN: true }),
    fc.double({ min: 0.1, max: 1, noNaN: true }),
  );

/** A limit, and something drawn for it. */
function within<T>(drawnFor: (limit: number) => fc.Arbitrary<T>): fc.Arbitrary<[limit: number, drawn: T]> {
  return limits.chain((limit) => fc.tuple(fc.constant(limit), drawnFor(limit)));
}

/** How late each timer fires, over and over. */
const lateness = fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 15 }), fc.nat({ max: 1500 })), {
  minLength: 1,
  maxLength: 20,
});

/** Calls that come at any time, mostly several together. */
function callsOf(shares: fc.Arbitrary<number>): fc.Arbitrary<Call[]> {
  const group = fc
    .record({ atMs: fc.nat({ max: 4000 }), maxPerSecond: shares, count: fc.integer({ min: 1, max: 40 }) })
    .map(({ count, ...call }) => Array.from({ length: count }, () => call));
  return fc.array(group, { minLength: 1, maxLength: 6 }).map((groups) => groups.flat());
}

function cycle(values: readonly number[]): () => number {
  let next = 0;
  return () => values[next++ % values.length]!;
}

function averageOf(times: readonly number[]): number {
  return ((times.length - 1) * 1000) / (times.at(-1)! - times[0]!);
}

test('never sends more than a share in any second, whenever timers fire and calls come', async () => {
  const conditions = within((limit) => callsOf(anyShare(limit)));
  await fc.assert(
    fc.asyncProperty(conditions, lateness, async ([limit, calls], latenessesMs) => {
      const turns = await turnsOf(...limiterAt0(cycle(latenessesMs), limit), calls);
      expect(turns).toHaveLength(calls.length);
      for (const maxPerSecond of new Set(calls.map((call) => call.maxPerSecond))) {
        const times = sendTimes(turns.filter((turn) => turn.maxPerSecond <= maxPerSecond));
        expect(mostInOneSecond(times)).toBeLessThanOrEqual(Math.max(1, Math.floor(maxPerSecond)));
        if (maxPerSecond >= 1) continue;
        const gaps = times.slice(1).map((time, i) => time - times[i]!);
        expect(Math.min(Infinity, ...gaps)).toBeGreaterThanOrEqual(1000 / maxPerSecond);
      }
    }),
    { numRuns: 60 },
  );
});

test('serves executions with one request each, and one share, in the order in which they came', async () => {
  await fc.assert(
    fc.asyncProperty(callsOf(fc.constantFrom(2, 20, 50)), lateness, async (calls, latenessesMs) => {
      const turns = await turnsOf(...limiterAt0(cycle(latenessesMs)), calls);
      for (const maxPerSecond of [2, 20, 50]) {
        const alike = turns.filter((turn) => turn.maxPerSecond === maxPerSecond);
        expect(alike).toEqual(alike.toSorted((a, b) => a.atMs - b.atMs || a.index - b.index));
      }
    }),
    { numRuns: 40 },
  );
});

test('a waiter that gives up leaves at once, and the others go on as if it had never come', async () => {
  const abortMs = fc.option(fc.nat({ max: 3000 }), { nil: undefined });
  const aborts = fc.array(abortMs, { minLength: 1, maxLength: 120 });
  await fc.assert(
    fc.asyncProperty(wholeShare(50), aborts, lateness, async (maxPerSecond, abortTimes, latenessesMs) => {
      const calls = abortTimes.map((time): Call => ({ atMs: 0, maxPerSecond, abortMs: time }));
      const turns = await turnsOf(...limiterAt0(cycle(latenessesMs)), calls);
      const times = sendTimes(turns);
      const others = crowd(times.length, maxPerSecond);
      expect(times).toEqual(sendTimes(await turnsOf(...limiterAt0(cycle(latenessesMs)), others)));
      const order = turns.filter(({ isAborted }) => !isAborted).map(({ index }) => index);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      const left = turns.filter(({ isAborted }) => isAborted);
      expect(left.map(({ endMs }) => endMs)).toEqual(left.map((turn) => turn.abortMs));
      expect(turns).toHaveLength(calls.length);
    }),
    { numRuns: 60 },
  );
});

test('a low share leaves the rest to a high one, and both are kept', async () => {
  const two = within((limit) =>
    fc
      .uniqueArray(wholeShare(limit), { minLength: 2, maxLength: 2 })
      .map((shares) => shares.sort((a, b) => a - b)),
  );
  await fc.assert(
    fc.asyncProperty(two, async ([limit, [low = 0, high = 0]]) => {
      const seconds = 10;
      const calls = [...crowd(2 * seconds * low, low), ...crowd(2 * seconds * high, high)];
      const turns = await turnsOf(...limiterAt0(undefined, limit), calls, seconds * 1000);
      const ofLow = sendTimes(turns.filter(({ maxPerSecond }) => maxPerSecond === low));
      expect(mostInOneSecond(ofLow)).toBeLessThanOrEqual(low);
      expect(mostInOneSecond(sendTimes(turns))).toBeLessThanOrEqual(high);
      expect(turns.length).toBeGreaterThanOrEqual(Math.floor(seconds * high * 0.95));
      expect(ofLow.length).toBeGreaterThanOrEqual(Math.floor(seconds * low * 0.95));
      expect(turns.length - ofLow.length).toBeGreaterThanOrEqual(Math.floor(seconds * (high - low) * 0.95));
    }),
    { numRuns: 25 },
  );
});

test('lets at least 98 % of a share out in the long run', async () => {
  await fc.assert(
    fc.asyncProperty(within(wholeShare), async ([limit, maxPerSecond]) => {
      const calls = crowd(maxPerSecond * 21, maxPerSecond);
      const times = sendTimes(await turnsOf(...limiterAt0(undefined, limit), calls));
      expect(averageOf(times.slice(maxPerSecond)) / maxPerSecond).toBeGreaterThanOrEqual(0.98);
    }),
    { numRuns: 25 },
  );
});
