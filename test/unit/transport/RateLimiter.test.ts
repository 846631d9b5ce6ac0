import { RateLimiter } from '../../../nodes/VolcengineRtc/transport/RateLimiter';
import { VirtualClock } from '../virtualClock';
import { crowd, limiterAt0, mostInOneSecond, sendTimes, turnsOf } from './limits';

test('the first send need not wait', async () => {
  const [clock, limiter] = limiterAt0();
  await limiter.acquire(50);
  expect(clock.now()).toBe(0);
});

test('a limit of one is one send a second and a little more, the first time a tenth more', async () => {
  const times = sendTimes(await turnsOf(...limiterAt0(), crowd(4, 1)));
  const [first, ...gaps] = times.slice(1).map((time, i) => time - times[i]!);
  expect(first).toBeLessThanOrEqual(1145);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(1025);
});

test('a limit of a tenth is one send in ten seconds', async () => {
  const times = sendTimes(await turnsOf(...limiterAt0(), crowd(3, 0.1)));
  expect(times[1]).toBeGreaterThanOrEqual(10_000);
  expect(times[2]).toBeGreaterThanOrEqual(20_000);
  expect(times[2]).toBeLessThanOrEqual(20_200);
});

test('a fraction above one is rounded down, as more would break the limit in some second', async () => {
  expect(mostInOneSecond(sendTimes(await turnsOf(...limiterAt0(), crowd(30, 2.9))))).toBe(2);
});

test('a pause is not made up for by more than the limit in the next second', async () => {
  const late = crowd(120, 50).map((call) => ({ ...call, atMs: 60_000 }));
  const times = sendTimes(await turnsOf(...limiterAt0(), [...crowd(10, 50), ...late]));
  expect(mostInOneSecond(times)).toBeLessThanOrEqual(50);
});

test('a timer that fires seconds late lets no more than the limit through', async () => {
  let isFirst = true;
  const [clock, limiter] = limiterAt0(() => {
    const latenessMs = isFirst ? 5000 : 0;
    isFirst = false;
    return latenessMs;
  });
  expect(mostInOneSecond(sendTimes(await turnsOf(clock, limiter, crowd(200, 50))))).toBeLessThanOrEqual(50);
});

test('an aborted waiter leaves at once, with the reason of its signal', async () => {
  const [clock, limiter] = limiterAt0();
  const report = await limiter.acquire(1);
  report(false);
  const controller = new AbortController();
  const reason = new Error('cancelled');
  clock.at(100, () => controller.abort(reason));
  const waiting = limiter.acquire(1, controller.signal).catch((error: unknown) => [error, clock.now()]);
  await clock.run(100);
  expect(await waiting).toEqual([reason, 100]);
});

test('those behind an aborted waiter move up', async () => {
  const calls = crowd(4, 1).map((call, i) => (i === 1 ? { ...call, abortMs: 10 } : call));
  const turns = await turnsOf(...limiterAt0(), calls);
  expect(turns.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
  expect(turns[2]?.endMs).toBeLessThan(1150);
});

test('two executions that share a limiter share its limit, first come first served', async () => {
  const [clock, limiter] = limiterAt0();
  const one = turnsOf(clock, limiter, crowd(60, 50));
  const two = turnsOf(clock, limiter, crowd(60, 50));
  const times = [...sendTimes(await one), ...sendTimes(await two)].sort((a, b) => a - b);
  expect(times).toHaveLength(120);
  expect(mostInOneSecond(times)).toBeLessThanOrEqual(50);
  expect((await one).at(-1)?.endMs).toBeLessThanOrEqual((await two)[0]!.endMs);
});

test('a low limit leaves the rest to a high one', async () => {
  const calls = [...crowd(400, 10), ...crowd(2000, 50)];
  const turns = await turnsOf(...limiterAt0(), calls, 20_000);
  const low = sendTimes(turns.filter(({ maxPerSecond }) => maxPerSecond === 10));
  const high = sendTimes(turns.filter(({ maxPerSecond }) => maxPerSecond === 50));
  expect(mostInOneSecond(low)).toBeLessThanOrEqual(10);
  expect(mostInOneSecond(sendTimes(turns))).toBeLessThanOrEqual(50);
  expect(low.length / 20).toBeGreaterThanOrEqual(9.5);
  expect(high.length / 20).toBeGreaterThanOrEqual(38);
});

test('a high limit that comes late counts what a low one has sent', async () => {
  const late = crowd(100, 50).map((call) => ({ ...call, atMs: 900 }));
  const turns = await turnsOf(...limiterAt0(), [...crowd(20, 20), ...late]);
  expect(mostInOneSecond(sendTimes(turns))).toBeLessThanOrEqual(50);
});

test('a low limit that comes late does not count what a higher one has sent', async () => {
  const turns = await turnsOf(...limiterAt0(), [...crowd(20, 50), { atMs: 500, maxPerSecond: 20 }]);
  expect(turns.find(({ index }) => index === 20)?.endMs).toBe(500);
});

test('a slow one in the queue does not hold the turns of a fast one up', async () => {
  const turns = await turnsOf(...limiterAt0(), [...crowd(2, 0.1), ...crowd(20, 50)]);
  const times = sendTimes(turns.filter(({ maxPerSecond }) => maxPerSecond === 50));
  const gaps = times.slice(1).map((time, i) => time - times[i]!);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(24);
});

test('who need not wait is not kept by a timer that fires late', async () => {
  const calls = [0, 25].map((atMs) => ({ atMs, maxPerSecond: 50 }));
  expect(sendTimes(await turnsOf(...limiterAt0(() => 30), calls))).toEqual([0, 25]);
});

/** The time between two sends after 40 in less than a second, of which the last has been reported. */
async function gapAfterReport(isThrottled: boolean): Promise<number> {
  const [clock, limiter] = limiterAt0();
  let report = await limiter.acquire(50);
  const rest = (async () => {
    for (let sends = 1; sends < 40; sends += 1) {
      report(false);
      report = await limiter.acquire(50);
    }
  })();
  await clock.run();
  await rest;
  report(isThrottled);
  const before = clock.now();
  const next = limiter.acquire(50);
  await clock.run();
  await next;
  return clock.now() - before;
}

test('a request that is reported as throttled slows the next ones down, an accepted one does not', async () => {
  expect(await gapAfterReport(true)).toBeGreaterThanOrEqual(26);
  expect(await gapAfterReport(false)).toBeLessThanOrEqual(24);
});

test('a newcomer with a high limit does not wait for the turn of a slow one', async () => {
  const calls = [...crowd(2, 0.1), { atMs: 3000, maxPerSecond: 50 }];
  const turns = await turnsOf(...limiterAt0(), calls);
  expect(turns.find(({ index }) => index === 2)?.endMs).toBeLessThanOrEqual(3060);
});

/** When requests leave that may leave twice a second, given how long each takes to be answered, if it ever is. */
async function departuresOf(answersMs: readonly number[], limit = 2): Promise<number[]> {
  const clock = new VirtualClock();
  const limiter = new RateLimiter(clock, limit);
  const sentAt: number[] = [];
  const sends = answersMs.map(async (answerMs) => {
    const report = await limiter.acquire(2);
    sentAt.push(clock.now());
    await clock.sleep(answerMs);
    report(false);
  });
  await clock.run(60_000);
  void sends;
  return sentAt;
}

describe.each([
  ['the whole limit', 2],
  ['a share', 50],
])('of %s', (_name, limit) => {
  test('a request whose answer took long counts as sent later, so that those behind it do not meet it', async () => {
    const answersMs = [100, 100, 100, 400, 100, 100];
    const [, , , fourth = 0, , sixth = 0] = await departuresOf(answersMs, limit);
    expect(sixth - fourth).toBeGreaterThanOrEqual(1008 + 290);
  });

  test('answers that take as long as ever hold nothing up', async () => {
    const [, , , fourth = 0, , sixth = 0] = await departuresOf([100, 100, 100, 100, 100, 100], limit);
    expect(sixth - fourth).toBeLessThanOrEqual(1030);
  });
});

test('requests without an answer end a share, but not the whole limit', async () => {
  const never = Array.from({ length: 6 }, () => 1_000_000);
  expect(await departuresOf(never, 50)).toHaveLength(2);
  expect(await departuresOf(never, 2)).toHaveLength(6);
});
