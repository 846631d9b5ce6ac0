import type { Feedback } from '../../../../nodes/VolcengineRtc/transport/limiter/Place';
import type { Sent } from '../../../../nodes/VolcengineRtc/transport/limiter/Sent';
import { TravelTime } from '../../../../nodes/VolcengineRtc/transport/limiter/TravelTime';

const accepted = { throttled: false };

/** When a request that was sent at 0 and ended after a time probably arrived, and surely had. */
function arrival(travelTime: TravelTime, tookMs: number, feedback: Feedback | 'none' = accepted): Sent {
  const sent = { at: 0, likelyAt: 0, surelyAt: Infinity };
  travelTime.estimateArrival(sent, feedback === 'none' ? undefined : feedback, tookMs);
  return sent;
}

/** One that has seen travels of 100 to 120 ms. */
function usual100To120(): TravelTime {
  const travelTime = new TravelTime();
  for (let i = 0; i < 99; i += 1) arrival(travelTime, i % 2 === 0 ? 100 : 120);
  return travelTime;
}

test('the first travel is as long as it is', () => {
  expect(arrival(new TravelTime(), 165).likelyAt).toBe(0);
});

test('what differs no more than usual is not too long', () => {
  expect(arrival(usual100To120(), 119).likelyAt).toBe(0);
  expect(arrival(usual100To120(), 90).likelyAt).toBe(0);
});

test('what differs just as much as usual is not too long, and what differs more is', () => {
  // A mean of 101 ms and a deviation of 1 ms.
  const travelTime = new TravelTime();
  arrival(travelTime, 100);
  arrival(travelTime, 108);
  expect(arrival(travelTime, 102).likelyAt).toBe(0);
  expect(arrival(travelTime, 110).likelyAt).toBeGreaterThan(8);
});

test('what is longer than usual probably arrived as much later as it is above the mean', () => {
  const { likelyAt } = arrival(usual100To120(), 160);
  expect(likelyAt).toBeGreaterThanOrEqual(48);
  expect(likelyAt).toBeLessThanOrEqual(52);
});

test('what was unusual at first becomes usual', () => {
  const travelTime = usual100To120();
  expect(arrival(travelTime, 300).likelyAt).toBeGreaterThan(0);
  for (let i = 0; i < 60; i += 1) arrival(travelTime, 300);
  expect(arrival(travelTime, 300).likelyAt).toBeCloseTo(0);
});

test('a request had surely arrived when its answer came', () => {
  expect(arrival(usual100To120(), 165).surelyAt).toBe(165);
});

test('from the hundredth answer on, half of what the fastest took is what the ways take at least', () => {
  const travelTime = usual100To120();
  arrival(travelTime, 90, { throttled: true });
  expect(travelTime.leastMs).toBe(0);
  arrival(travelTime, 500);
  expect(travelTime.leastMs).toBe(50);
  arrival(travelTime, 80);
  expect(travelTime.leastMs).toBe(40);
});

test('no more than a second is taken for what they take at least', () => {
  const travelTime = new TravelTime();
  for (let i = 0; i < 100; i += 1) arrival(travelTime, 5000);
  expect(travelTime.leastMs).toBe(1000);
});

test('a rejection may come back at once, so nothing is taken off, now or later', () => {
  expect(arrival(usual100To120(), 165, { throttled: true }).surelyAt).toBe(165 + 50);
  expect(arrival(new TravelTime(), 165, { throttled: true }).surelyAt).toBe(165 + 1000);
});

test('a request that was given up has arrived a second later, or never does', () => {
  const { likelyAt, surelyAt } = arrival(usual100To120(), 3000, 'none');
  expect(surelyAt).toBe(4000 + 50);
  expect(likelyAt).toBe(0);
});
