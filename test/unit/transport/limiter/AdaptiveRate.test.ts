import { AdaptiveRate } from '../../../../nodes/VolcengineRtc/transport/limiter/AdaptiveRate';

const second = 1000;
const minute = 60 * second;
const accepted = { throttled: false };
const rejected = { throttled: true };

/** The rate at a time, from how long a request waits that comes right after another; Infinity where it does not bind. */
function rateAt(rate: AdaptiveRate, now: number): number {
  rate.countSent(now);
  const waitMs = rate.waitMs(now);
  return waitMs <= 0 ? Infinity : 1000 / waitMs;
}

/** A rate with a second of rejections at 0, and a request accepted among them. */
function throttledAt0(rejections: number, limit = 50): AdaptiveRate {
  const rate = new AdaptiveRate(limit);
  for (let i = 0; i < rejections; i += 1) rate.hear(0, 0, rejected);
  rate.hear(0, 0, accepted);
  return rate;
}

/** A rate of 26 a second, at 0. */
const at26 = () => throttledAt0(25);

/** A rate whose service has rejected one request in 300 ms, until a time. */
function closedUntil(until: number, retryAfterMs = 0): AdaptiveRate {
  const rate = new AdaptiveRate(50);
  for (let at = 0; at < until; at += 300) {
    rate.countSent(at);
    rate.hear(at, at + 100, { throttled: true, retryAfterMs });
  }
  return rate;
}

/** Sends as fast as it may, each request accepted at once; tells how long it takes until it has so much a second. */
function timeUntil(rate: AdaptiveRate, now: number, perSecond: number): number {
  for (let at = now; at < now + 10 * minute; at += Math.max(1, rate.waitMs(at))) {
    if (rateAt(rate, at) >= perSecond) return at - now;
    rate.hear(at, at, accepted);
  }
  return Infinity;
}

test('a rate that was never throttled does not bind', () => {
  expect(rateAt(new AdaptiveRate(50), 0)).toBe(Infinity);
});

test('a sender that has the whole limit gives up nothing for a rejected request', () => {
  expect(rateAt(throttledAt0(1), 0)).toBe(Infinity);
});

test('one with less gives up 18 %', () => {
  const rate = at26();
  rate.hear(second, second, rejected);
  expect(rateAt(rate, second)).toBeCloseTo(0.82 * 26, 2);
});

test('one with nearly the whole limit gives up no more than others can have', () => {
  const rate = throttledAt0(6);
  expect(rateAt(rate, 0)).toBeCloseTo(45);
  rate.hear(second, second, rejected);
  expect(rateAt(rate, second)).toBeCloseTo(45 * 0.9, 2);
});

test.each([50, 100])('each further rejection of a second costs one request a second: limit %i', (limit) => {
  expect(rateAt(throttledAt0(11, limit), 0)).toBeCloseTo(limit - 10);
});

test('a second of rejections leaves a third', () => {
  expect(rateAt(throttledAt0(50), 0)).toBeCloseTo(50 / 3);
});

test('a request that was sent before the second is over belongs to it, and one sent then does not', () => {
  const rate = at26();
  rate.hear(second - 1, second + 500, rejected);
  expect(rateAt(rate, second - 1)).toBeCloseTo(25, 1);
  rate.hear(second, second + 500, rejected);
  expect(rateAt(rate, second + 500)).toBeCloseTo(0.82 * 25, 1);
});

test('it doubles in 19 seconds from a quarter of the limit up', () => {
  expect(rateAt(at26(), 10 * second)).toBeLessThan(1.1 * 26);
  expect(timeUntil(at26(), 0, Infinity)).toBeGreaterThan(18 * second);
  expect(timeUntil(at26(), 0, Infinity)).toBeLessThan(19 * second);
  expect(timeUntil(throttledAt0(50), 0, 33)).toBeLessThan(19 * second);
});

test('the smaller it is, the slower it grows', () => {
  const small = new AdaptiveRate(50);
  for (let at = 0; at < 4 * second; at += second) {
    for (let i = 0; i < 50; i += 1) small.hear(at, at, rejected);
    small.hear(at, at, accepted);
  }
  const now = 3 * second;
  expect(rateAt(small, now)).toBeCloseTo(50 / 81, 1);
  const doublesAfterMs = timeUntil(small, now, (2 * 50) / 81);
  expect(doublesAfterMs).toBeGreaterThan(65 * second);
  expect(doublesAfterMs).toBeLessThan(80 * second);
});

test('the limit is never exceeded, and within ten minutes without a rejection nothing binds', () => {
  expect(rateAt(at26(), minute)).toBe(Infinity);
  expect(rateAt(closedUntil(minute), 11 * minute)).toBe(Infinity);
});

test('it never falls below a request in three seconds at a limit of 50', () => {
  const rate = new AdaptiveRate(50);
  for (let at = 0; at < 20 * second; at += second) {
    for (let i = 0; i < 3; i += 1) rate.hear(at, at, rejected);
    rate.hear(at, at, accepted);
  }
  expect(rateAt(rate, 19 * second)).toBeCloseTo(1 / 3);
});

test('one rejection, or a service that asks for time at once, does not hold anybody up', () => {
  const rate = new AdaptiveRate(50);
  rate.hear(0, 100, { throttled: true, retryAfterMs: minute });
  expect(rateAt(rate, 100)).toBe(Infinity);
});

test('a closed service is asked once a second', () => {
  const rate = closedUntil(5 * second);
  expect(rateAt(rate, 5 * second)).toBeCloseTo(1);
});

test('it is left alone for as long as it asks, up to a minute', () => {
  expect(closedUntil(3 * second, 10 * second).waitMs(3 * second)).toBeCloseTo(9800);
  expect(closedUntil(3 * second, 10 * minute).waitMs(3 * second)).toBeCloseTo(minute - 200);
});

test('what it asked for first holds, also when it asks for nothing the next time', () => {
  const rate = closedUntil(3 * second, 10 * second);
  rate.hear(2900, 3100, rejected);
  expect(rate.waitMs(3100)).toBeCloseTo(9700);
});

test('when it opens, each accepted request adds one a second until the rate is what it was', () => {
  const rate = closedUntil(5 * second, 30 * second);
  rate.hear(6 * second, 6100, accepted);
  expect(rateAt(rate, 6100)).toBeCloseTo(2);
  rate.hear(6200, 6300, accepted);
  expect(rateAt(rate, 6300)).toBeCloseTo(3);
  expect(timeUntil(rate, 6300, Infinity)).toBeLessThan(4 * second);
});

test('a closure says nothing about shares: the rate is what it was before the first rejection of it', () => {
  const rate = at26();
  for (let at = 2 * second; at < 7 * second; at += 50) rate.hear(at, at, rejected);
  rate.hear(7 * second, 7 * second, accepted);
  expect(timeUntil(rate, 7 * second, 25.9)).toBeLessThan(4 * second);
  expect(rateAt(rate, 12 * second)).toBeLessThan(28);
  expect(timeUntil(rate, 12 * second, Infinity)).toBeLessThan(20 * second);
});

test('when the rate is what it was, it grows again as ever, whatever is accepted', () => {
  // Exactly 20 a second, so that whole steps lead there.
  const rate = throttledAt0(31);
  for (let at = 0; at < 2 * second; at += 50) rate.hear(at, at, rejected);
  for (let accepting = 2; accepting <= 20; accepting += 1) rate.hear(3 * second, 3 * second, accepted);
  expect(rateAt(rate, 3 * second)).toBeCloseTo(20);
  rate.hear(22 * second, 22 * second, accepted);
  expect(rateAt(rate, 22 * second)).toBeGreaterThan(40);
});

test('a service that closes again at once does not make it forget the rate', () => {
  const rate = closedUntil(5 * second);
  rate.hear(5 * second, 5 * second, accepted);
  for (let at = 5100; at < 10 * second; at += 300) rate.hear(at, at, rejected);
  rate.hear(10 * second, 10 * second, accepted);
  expect(timeUntil(rate, 10 * second, Infinity)).toBeLessThan(4 * second);
});

test('a rejection on the way back is an ordinary one, and the way back ends', () => {
  const rate = closedUntil(5 * second);
  for (let at = 5000; at < 5020; at += 1) rate.hear(at, at, accepted);
  rate.hear(5100, 5100, rejected);
  expect(rateAt(rate, 5100)).toBeCloseTo(0.82 * 21, 1);
  rate.hear(5200, 5200, accepted);
  expect(rateAt(rate, 5200)).toBeCloseTo(0.82 * 21, 1);
});

test('it keeps asking where each request comes after a pause and is throttled', () => {
  const rate = new AdaptiveRate(50);
  for (let now = 0; now < 2 * minute; now += 6 * second) {
    rate.countSent(now);
    rate.hear(now, now + 100, rejected);
    expect(rate.waitMs(now)).toBeLessThanOrEqual(2 * second);
  }
});

test('it never stops asking altogether', () => {
  const rate = new AdaptiveRate(50);
  for (let now = 0; now < minute; now += 2 * second) {
    rate.countSent(now);
    rate.hear(now, now + 100, rejected);
    expect(rate.waitMs(now)).toBeLessThanOrEqual(2 * second);
  }
});
