import type { Feedback } from '../../../../nodes/VolcengineRtc/transport/limiter/Place';
import { RateLimiter } from '../../../../nodes/VolcengineRtc/transport/limiter/RateLimiter';
import { VirtualClock } from '../../../support/time/virtualClock';
import { crowd, limiterAt0, mostInOneSecond, sendTimes, turnsOf } from '../../../support/limiter/limits';

test('the first send need not wait', async () => {
  const [clock, limiter] = limiterAt0();
  await limiter.acquire({}, 50);
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
  const place = await limiter.acquire({}, 1);
  place.ended({ throttled: false });
  const controller = new AbortController();
  const reason = new Error('cancelled');
  clock.at(100, () => controller.abort(reason));
  const waiting = limiter.acquire({}, 1, controller.signal).catch((error: unknown) => [error, clock.now()]);
  await clock.run(100);
  expect(await waiting).toEqual([reason, 100]);
});

test('those behind an aborted waiter move up', async () => {
  const calls = crowd(4, 1).map((call, i) => (i === 1 ? { ...call, abortMs: 10 } : call));
  const turns = await turnsOf(...limiterAt0(), calls);
  expect(turns.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
  expect(turns[2]?.endMs).toBeLessThan(1150);
});

test('two executions that share a limiter share its limit, turn by turn', async () => {
  const [clock, limiter] = limiterAt0();
  const calls = [{}, {}].flatMap((execution) => crowd(60, 50).map((call) => ({ ...call, execution })));
  const turns = await turnsOf(clock, limiter, calls);
  const executions = turns.map(({ index }) => (index < 60 ? 'one' : 'two'));
  expect(executions.slice(1, 7)).toEqual(['one', 'two', 'one', 'two', 'one', 'two']);
  expect(turns).toHaveLength(120);
  expect(mostInOneSecond(sendTimes(turns))).toBeLessThanOrEqual(50);
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

test('a newcomer with a high limit does not wait for the turn of a slow one', async () => {
  const calls = [...crowd(2, 0.1), { atMs: 3000, maxPerSecond: 50 }];
  const turns = await turnsOf(...limiterAt0(), calls);
  expect(turns.find(({ index }) => index === 2)?.endMs).toBe(3000);
});

/** The time between two sends after 40 in less than a second, the last 15 of which ended in one way. */
async function gapAfter(throttled: boolean): Promise<number> {
  const [clock, limiter] = limiterAt0();
  const send = async () => {
    const [place] = await Promise.all([limiter.acquire(limiter, 50), clock.run()]);
    return place;
  };
  for (let sends = 0; sends < 25; sends += 1) (await send()).ended({ throttled: false });
  for (let sends = 0; sends < 15; sends += 1) (await send()).ended({ throttled });
  await send();
  const before = clock.now();
  await send();
  return clock.now() - before;
}

test('requests that were throttled slow the next ones down, accepted ones do not', async () => {
  expect(await gapAfter(true)).toBeGreaterThanOrEqual(26);
  expect(await gapAfter(false)).toBeLessThanOrEqual(24);
});

test('a closed service is left alone for as long as it asks, then asked once a second', async () => {
  const [clock, limiter] = limiterAt0();
  const sentAt: number[] = [];
  for (let i = 0; i < 60; i += 1) {
    void limiter.acquire(limiter, 50).then(async (place) => {
      sentAt.push(clock.now());
      await clock.sleep(100);
      place.ended({ throttled: true, retryAfterMs: clock.now() < 3000 ? 10_000 : undefined });
    });
  }
  await clock.run(15_000);
  const [before, after] = [sentAt.filter((at) => at < 3000), sentAt.filter((at) => at >= 3000)];
  expect(before.length).toBeLessThanOrEqual(60);
  expect(after[0]).toBeGreaterThanOrEqual(11_000);
  expect(mostInOneSecond(after)).toBe(1);
  expect(after.length).toBeGreaterThanOrEqual(3);
});

/** When requests leave, given how each ends and after how long. */
async function departuresOf(
  ends: ReadonlyArray<{ afterMs: number; feedback?: Feedback }>,
  limit: number,
  share = 2,
): Promise<number[]> {
  const clock = new VirtualClock();
  const limiter = new RateLimiter(clock, limit);
  const sentAt: number[] = [];
  for (const { afterMs, feedback } of ends) {
    void limiter.acquire(limiter, share).then(async (place) => {
      sentAt.push(clock.now());
      await clock.sleep(afterMs);
      place.ended(feedback);
    });
  }
  await clock.run(200_000);
  return sentAt;
}

const accepted = (...answersMs: number[]) =>
  answersMs.map((afterMs) => ({ afterMs, feedback: { throttled: false } }));

test('of the whole limit a request whose answer took long counts as sent later, so that those behind it do not meet it', async () => {
  const [, , , fourth = 0, , sixth = 0] = await departuresOf(accepted(100, 100, 100, 400, 100, 100), 2);
  expect(sixth - fourth).toBeGreaterThanOrEqual(1008 + 290);
});

test('of the whole limit answers that take as long as ever hold nothing up', async () => {
  const [, , , fourth = 0, , sixth = 0] = await departuresOf(accepted(100, 100, 100, 100, 100, 100), 2);
  expect(sixth - fourth).toBeLessThanOrEqual(1030);
});

test('of a share a request counts as sent when its answer comes', async () => {
  const [, , , fourth = 0, , sixth = 0] = await departuresOf(accepted(100, 100, 100, 400, 100, 100), 50);
  expect(sixth - fourth).toBeGreaterThanOrEqual(1008 + 400);
  expect(sixth - fourth).toBeLessThanOrEqual(1008 + 402);
});

test('of a share a place is free again when some request has been answered, not the first one sent', async () => {
  const [, second = 0, third = 0] = await departuresOf(accepted(30_000, 100, 100), 50);
  expect(third - second).toBe(100 + 1008);
});

test('of a share, once a hundred answers have come, half of the fastest was no time on the way there', async () => {
  const departures = await departuresOf(accepted(...Array.from({ length: 110 }, () => 600)), 50);
  const [fourth = 0, , sixth = 0, , , hundredThird = 0, , hundredFifth = 0] = [
    ...departures.slice(3, 6),
    ...departures.slice(100),
  ];
  expect(sixth - fourth).toBeCloseTo(1608, -1);
  expect(hundredFifth - hundredThird).toBeCloseTo(1308, -1);
});

test.each<[end: string, feedback: Feedback | undefined, countsAfterMs: number]>([
  ['a rejected request of a share counts as sent when it was rejected', { throttled: true }, 100],
  ['one that was given up counts a second later than that', undefined, 1100],
])('%s', async (_, feedback, countsAfterMs) => {
  const ends = [...accepted(...Array.from({ length: 100 }, () => 200)), { afterMs: 100, feedback }];
  const departures = await departuresOf([...ends, ...accepted(1)], 50, 1);
  const gapMs = departures[101]! - departures[100]!;
  expect(gapMs).toBeGreaterThanOrEqual(1008 + countsAfterMs);
  expect(gapMs).toBeLessThanOrEqual(1010 + countsAfterMs);
});

test('requests without an end hold up a share, but not the whole limit', async () => {
  const never = accepted(...Array.from({ length: 6 }, () => 1_000_000));
  expect(await departuresOf(never, 50)).toHaveLength(2);
  expect(await departuresOf(never, 2)).toHaveLength(6);
});

test('a place that is given back again changes nothing', async () => {
  const [clock, limiter] = limiterAt0();
  const place = await limiter.acquire(limiter, 1);
  await clock.run(100);
  place.ended({ throttled: false });
  await clock.run(1100);
  place.ended(undefined);
  for (let i = 0; i < 20; i += 1) place.ended({ throttled: true });
  const next = limiter.acquire(limiter, 1).then(() => clock.now());
  await clock.run();
  expect(await next).toBeLessThanOrEqual(1110);
});

test('a cancel in the tick of the admission loses no place', async () => {
  const [clock, limiter] = limiterAt0();
  const cancel = new AbortController();
  const acquired = limiter.acquire(limiter, 1, cancel.signal);
  cancel.abort(new Error('cancelled'));
  await acquired.then((place) => place.ended(undefined)).catch(() => undefined);
  const next = limiter.acquire(limiter, 1).then(() => 'admitted');
  await clock.run(10_000);
  expect(await Promise.race([next, Promise.resolve('lost')])).toBe('admitted');
});

test('nobody has used it since the last caller left, whether served or not', async () => {
  const [clock, limiter] = limiterAt0();
  const cancel = new AbortController();
  const place = await limiter.acquire(limiter, 1);
  const waiting = limiter.acquire(limiter, 1, cancel.signal).catch(() => undefined);
  await clock.run(5000);
  place.ended({ throttled: false });
  const [second] = await Promise.all([waiting, clock.run(9000)]);
  expect(limiter.unusedMs(9000)).toBe(0);
  second?.ended({ throttled: false });
  expect(limiter.unusedMs(9500)).toBe(500);
  const given = limiter.acquire(limiter, 1, cancel.signal).catch(() => undefined);
  cancel.abort();
  await given;
  expect(limiter.unusedMs(9500)).toBe(500);
});
