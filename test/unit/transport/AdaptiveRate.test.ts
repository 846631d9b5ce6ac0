import { AdaptiveRate } from '../../../nodes/VolcengineRtc/transport/AdaptiveRate';

/** Lets a sender send at an even pace for a while, each request accepted at once. */
function sendEvenly(
  rate: AdaptiveRate,
  { from, to, perSecond }: Record<'from' | 'to' | 'perSecond', number>,
) {
  for (let at = from + 1000 / perSecond; at <= to; at += 1000 / perSecond) {
    rate.countSent(at);
    rate.countAccepted(at);
  }
}

/** A rate of 50 whose sender has had two seconds of accepted requests. */
function busyRate(perSecond = 40): { rate: AdaptiveRate; now: number } {
  const rate = new AdaptiveRate(50);
  sendEvenly(rate, { from: 0, to: 2000, perSecond });
  return { rate, now: 2000 };
}

/** Sends as fast as it may, with every request accepted; returns how long it takes until the rate does not bind. */
function timeToRecover(rate: AdaptiveRate, now: number): number {
  for (let at = now; at < now + 600_000; at += rate.waitMs(at)) {
    rate.countSent(at);
    rate.countAccepted(at);
    if (rate.waitMs(at) === 0) return at - now;
  }
  return Infinity;
}

test('a rate that was never throttled does not bind', () => {
  const { rate, now } = busyRate();
  expect(rate.waitMs(now)).toBe(0);
});

test('a throttled request costs a fifth of the rate', () => {
  const { rate, now } = busyRate();
  rate.countThrottled(now, now);
  expect(rate.waitMs(now)).toBeCloseTo(1000 / 32);
});

test('it costs a little only where the sender has the limit to itself', () => {
  const { rate, now } = busyRate(45);
  rate.countThrottled(now, now);
  expect(rate.waitMs(now)).toBeCloseTo(1000 / (45 * 0.97));
});

test('who has nearly the whole limit and is throttled again soon is not alone', () => {
  const { rate, now } = busyRate(46);
  rate.countThrottled(now, now);
  sendEvenly(rate, { from: now, to: now + 2500, perSecond: 46 });
  rate.countThrottled(now + 2500, now + 2500);
  expect(1000 / rate.waitMs(now + 2500)).toBeLessThan(0.85 * 46);
});

test('who has nearly the whole limit and is throttled again later is still taken to be alone', () => {
  const { rate, now } = busyRate(46);
  rate.countThrottled(now, now);
  sendEvenly(rate, { from: now, to: now + 2600, perSecond: 46 });
  rate.countThrottled(now + 2600, now + 2600);
  expect(1000 / rate.waitMs(now + 2600)).toBeGreaterThan(0.95 * 45);
});

test('requests that were throttled together cost it once', () => {
  const { rate, now } = busyRate();
  rate.countThrottled(now - 20, now);
  rate.countThrottled(now, now);
  rate.countThrottled(now + 990, now + 1100);
  expect(rate.waitMs(now)).toBeCloseTo(1000 / 32);
});

test('a request sent a second after the decrease and throttled as well costs again', () => {
  const { rate, now } = busyRate();
  rate.countThrottled(now, now);
  const sentAt = now + 1000;
  sendEvenly(rate, { from: now, to: sentAt, perSecond: 40 });
  const before = 1000 / rate.waitMs(sentAt);
  rate.countThrottled(sentAt, sentAt);
  expect(1000 / rate.waitMs(sentAt)).toBeCloseTo(0.8 * before);
});

test('in its first second a sender gives up half, whatever was accepted, and no more', () => {
  const rate = new AdaptiveRate(50);
  rate.countSent(0);
  rate.countThrottled(0, 100);
  rate.countSent(999);
  rate.countThrottled(999, 1099);
  expect(rate.waitMs(999)).toBeCloseTo(1000 / 25);
});

test('the same goes for its first second after a pause of more than five seconds', () => {
  const { rate } = busyRate();
  rate.countSent(7001);
  rate.countThrottled(7001, 7100);
  expect(rate.waitMs(7001)).toBeCloseTo(1000 / 25);
});

test('a slow rate is no pause', () => {
  const { rate } = busyRate();
  rate.countSent(7000);
  rate.countThrottled(7000, 7100);
  expect(rate.waitMs(7000)).toBeCloseTo(1000 / 0.8);
});

test('a rate beyond its share falls to what was accepted, by half at most', () => {
  const rateAfter = (accepted: number) => {
    const rate = new AdaptiveRate(50);
    for (let now = 20; now <= 2000; now += 20) rate.countSent(now);
    for (let request = 1; request <= accepted; request += 1) rate.countAccepted(1000 + request * 20);
    rate.countThrottled(2000, 2000);
    return 1000 / rate.waitMs(2000);
  };
  expect(rateAfter(30)).toBeCloseTo(30);
  expect(rateAfter(3)).toBeCloseTo(25);
});

test('a sender that uses less than its rate is slowed down from what it uses', () => {
  const { rate, now } = busyRate(10);
  rate.countThrottled(now, now);
  expect(rate.waitMs(now)).toBeCloseTo(1000 / 8);
});

test('what was sent and accepted a second ago or longer counts no more', () => {
  const { rate } = busyRate();
  rate.countSent(3000);
  rate.countThrottled(3000, 3000);
  expect(rate.waitMs(3000)).toBeCloseTo(1000 / 0.8);
});

test('a second is over when it is over: the request at its very beginning has left it', () => {
  const rate = new AdaptiveRate(50);
  for (const now of [0, 1000, 1001, 1500, 2000]) {
    rate.countSent(now);
    rate.countAccepted(now);
  }
  rate.countThrottled(2000, 2000);
  expect(rate.waitMs(2000)).toBeCloseTo(1000 / (3 * 0.8));
});

test('accepted requests bring the rate back to where it does not bind, the later the faster', () => {
  const alone = busyRate(45);
  alone.rate.countThrottled(alone.now, alone.now);
  expect(timeToRecover(alone.rate, alone.now)).toBeLessThan(6000);
  const ofTwo = busyRate(25);
  ofTwo.rate.countThrottled(ofTwo.now, ofTwo.now);
  const recovered = timeToRecover(ofTwo.rate, ofTwo.now);
  expect(recovered).toBeGreaterThan(5000);
  expect(recovered).toBeLessThan(15_000);
});

test('who has more than two fifths of the limit grows no faster for it', () => {
  const growthAfter = (perSecond: number) => {
    const { rate, now } = busyRate(perSecond / 0.8);
    rate.countThrottled(now, now);
    rate.countSent(now);
    rate.countAccepted(now);
    return 1000 / rate.waitMs(now) - perSecond;
  };
  expect(growthAfter(32)).toBeCloseTo(growthAfter(20));
  expect(growthAfter(16)).toBeLessThan(0.9 * growthAfter(20));
});

test('the smaller the share, the longer a sender is content with it', () => {
  const { rate, now } = busyRate(3);
  rate.countThrottled(now, now);
  expect(timeToRecover(rate, now)).toBeGreaterThan(30_000);
});

test('after a minute without a request the rate is forgotten', () => {
  const { rate, now } = busyRate();
  rate.countThrottled(now, now);
  expect(rate.waitMs(now + 60_000)).toBeLessThan(0);
  rate.countSent(now + 60_000);
  expect(rate.waitMs(now + 60_000)).toBeGreaterThan(0);
  expect(rate.waitMs(now + 120_001)).toBe(0);
});

test('it never stops asking altogether', () => {
  const rate = new AdaptiveRate(50);
  for (let now = 0; now < 60_000; now += 2000) {
    rate.countSent(now);
    rate.countThrottled(now, now + 100);
    expect(rate.waitMs(now)).toBeLessThanOrEqual(2000);
  }
});
