import fc from 'fast-check';
import { type Call, limiterAt0, type Turn, turnsOf } from '../support/limiter/limits';

/** How often each other execution was served while a call waited that was the first one of its execution. */
function servedWhileWaiting(turns: readonly Turn[], first: Turn): Map<object, number> {
  const counts = new Map<object, number>();
  for (const { execution, index, endMs, isAborted } of turns.slice(0, turns.indexOf(first))) {
    const isMeanwhile = endMs > first.atMs || (endMs === first.atMs && index > first.index);
    if (!isAborted && isMeanwhile) counts.set(execution!, (counts.get(execution!) ?? 0) + 1);
  }
  return counts;
}

/** The calls that came when nothing of their execution was waiting. */
function firsts(turns: readonly Turn[]): Turn[] {
  return turns.filter(
    (turn) =>
      !turn.isAborted &&
      !turns.some(
        (other) =>
          other.execution === turn.execution &&
          other !== turn &&
          other.index < turn.index &&
          other.endMs >= turn.atMs,
      ),
  );
}

const executionOf = Array.from({ length: 6 }, () => ({}));

/** Executions that come at any time with any number of requests, some of which are given up. */
function calls(share: fc.Arbitrary<number>): fc.Arbitrary<Call[]> {
  const group = fc.record({
    execution: fc.constantFrom(...executionOf),
    atMs: fc.nat({ max: 3000 }),
    count: fc.integer({ min: 1, max: 40 }),
    maxPerSecond: share,
    abortMs: fc.option(fc.nat({ max: 4000 }), { nil: undefined, freq: 5 }),
  });
  return fc
    .array(group, { minLength: 2, maxLength: 10 })
    .map((groups) => groups.toSorted((a, b) => a.atMs - b.atMs))
    .map((groups) =>
      groups.flatMap(({ count, ...call }) => Array.from({ length: count }, () => ({ ...call }))),
    );
}

test('among executions with work waiting, none is served twice while another waits for its first', async () => {
  await fc.assert(
    fc.asyncProperty(calls(fc.constant(50)), fc.constantFrom(50, 100), async (all, limit) => {
      const turns = await turnsOf(...limiterAt0(undefined, limit), all);
      for (const first of firsts(turns)) {
        const most = Math.max(0, ...servedWhileWaiting(turns, first).values());
        expect(most).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 150 },
  );
});

test('the same goes for those of one share, while others have shares of their own', async () => {
  await fc.assert(
    fc.asyncProperty(calls(fc.constantFrom(10, 25, 50)), async (all) => {
      const shareOf = new Map(all.map(({ execution, maxPerSecond }) => [execution, maxPerSecond]));
      const turns = await turnsOf(
        ...limiterAt0(),
        all.map((call) => ({ ...call, maxPerSecond: shareOf.get(call.execution)! })),
      );
      for (const first of firsts(turns)) {
        const alike = turns.filter(({ maxPerSecond }) => maxPerSecond === first.maxPerSecond);
        const most = Math.max(0, ...servedWhileWaiting(alike, first).values());
        expect(most).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 100 },
  );
});

/** Ten executions with 2,500 requests each, 60 of them waiting at a time as the node does, and others with one each. */
async function tenRuns(singleAtMs: readonly number[]): Promise<{ waitedMs: number[]; perSecond: number[] }> {
  const [clock, limiter] = limiterAt0();
  const seconds = 30;
  const sends = Array.from({ length: 10 }, () => 0);
  sends.forEach((_, run) => {
    const execution = {};
    const worker = async () => {
      for (;;) {
        const place = await limiter.acquire(execution, 50);
        sends[run]! += 1;
        await clock.sleep(100);
        place.ended({ throttled: false });
      }
    };
    for (let i = 0; i < 60; i += 1) void worker();
  });
  const waitedMs: number[] = [];
  singleAtMs.forEach((atMs) =>
    clock.at(atMs, async () => {
      const place = await limiter.acquire({}, 50);
      waitedMs.push(clock.now() - atMs);
      await clock.sleep(100);
      place.ended({ throttled: false });
    }),
  );
  await clock.run(seconds * 1000);
  return { waitedMs, perSecond: sends.map((count) => count / seconds) };
}

test('a single user beside ten runs of 50,000 is sent within a second, and no run loses rate by it', async () => {
  const alone = await tenRuns([]);
  const singles = Array.from({ length: 20 }, (_, i) => 3000 + i * 1301);
  const beside = await tenRuns(singles);
  expect(beside.waitedMs).toHaveLength(20);
  expect(Math.max(...beside.waitedMs)).toBeLessThanOrEqual(300);
  expect(alone.perSecond.reduce((sum, rate) => sum + rate, 0)).toBeGreaterThanOrEqual(0.98 * 49);
  beside.perSecond.forEach((rate, run) => {
    // Twenty requests of thirty seconds were those of the single users.
    expect(rate).toBeGreaterThanOrEqual(alone.perSecond[run]! - 20 / 30 / 10 - 0.04);
  });
});
