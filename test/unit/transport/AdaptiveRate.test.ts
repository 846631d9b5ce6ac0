import { AdaptiveRate } from '../../../nodes/VolcengineRtc/transport/AdaptiveRate';

/** A rate of 50 whose sender has had a second of accepted requests. */
function busyRate(perSecond = 40): { rate: AdaptiveRate; now: number } {
  const rate = new AdaptiveRate(50);
  for (let request = 1; request <= perSecond; request += 1) {
    rate.countSent((request * 1000) / perSecond);
    rate.countAccepted((request * 1000) / perSecond);
  }
  return { rate, now: 1000 };
}

test('a rate that was never throttled does not bind', () => {
  const { rate, now } = busyRate();
  expect(rate.waitMs(now)).toBe(0);
});

test('a throttled request costs a quarter of the rate', () => {
  const { rate, now } = busyRate();
  rate.countThrottled(now, now);
  expect(rate.waitMs(now)).toBeCloseTo(1000 / 30);
});

test('it costs a little only where the sender has the limit to itself', () => {
  const { rate, now } = busyRate(45);
  rate.countThrottled(now, now);
  expect(rate.waitMs(now)).toBeCloseTo(1000 / (45 * 0.97));
});

test('requests that were throttled together cost it once', () => {
  const { rate, now } = busyRate();
  rate.countThrottled(now - 20, now);
  rate.countThrottled(now, now);
  rate.countThrottled(now + 990, now + 1100);
  expect(rate.waitMs(now)).toBeCloseTo(1000 / 30);
});

test('a request sent a second after the decrease and throttled as well costs again', () => {
  const { rate, now } = busyRate();
  rate.countThrottled(now, now);
  const sentAt = now + 1000;
  for (let at = now + 25; at <= sentAt; at += 25) {
    rate.countSent(at);
    rate.countAccepted(at);
  }
  rate.countThrottled(sentAt, sentAt);
  expect(1000 / rate.waitMs(sentAt)).toBeLessThan(0.76 * 40);
});

test('a rate far beyond its share falls to what was accepted', () => {
  const rate = new AdaptiveRate(50);
  for (let now = 20; now <= 1000; now += 20) rate.countSent(now);
  for (const now of [100, 400, 700]) rate.countAccepted(now);
  rate.countThrottled(1000, 1000);
  expect(rate.waitMs(1000)).toBeCloseTo(1000 / 3);
});

test('a sender that uses less than its rate is slowed down from what it uses', () => {
  const rate = new AdaptiveRate(50);
  for (let now = 100; now <= 1000; now += 100) {
    rate.countSent(now);
    rate.countAccepted(now);
  }
  rate.countThrottled(1000, 1000);
  expect(rate.waitMs(1000)).toBeCloseTo(1000 / 7.5);
});

test('what was sent and accepted a second ago or longer counts no more', () => {
  const { rate } = busyRate();
  rate.countSent(2000);
  rate.countThrottled(2000, 2000);
  expect(rate.waitMs(2000)).toBeCloseTo(1000 / 0.75);
});

test('a second is over when it is over: the request at its very beginning has left it', () => {
  const rate = new AdaptiveRate(50);
  for (const now of [0, 1, 500, 1000]) {
    rate.countSent(now);
    rate.countAccepted(now);
  }
  rate.countThrottled(1000, 1000);
  expect(rate.waitMs(1000)).toBeCloseTo(1000 / (3 * 0.75));
});

test('accepted requests bring the rate back to where it does not bind', () => {
  const { rate, now } = busyRate(45);
  rate.countThrottled(now, now);
  let requests = 0;
  for (let at = now; requests < 1000; at += rate.waitMs(at)) {
    rate.countSent(at);
    rate.countAccepted(at);
    if (rate.waitMs(at) === 0) break;
    requests += 1;
  }
  expect(requests).toBeGreaterThan(50);
  expect(requests).toBeLessThan(300);
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
