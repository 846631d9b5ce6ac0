import { TravelTime } from '../../../../nodes/VolcengineRtc/transport/limiter/TravelTime';

/** One that has seen travels of 100 to 120 ms. */
function usual100To120(): TravelTime {
  const travelTime = new TravelTime();
  for (let i = 0; i < 100; i += 1) travelTime.excessOf(i % 2 === 0 ? 100 : 120);
  return travelTime;
}

test('the first travel is as long as it is', () => {
  expect(new TravelTime().excessOf(165)).toBe(0);
});

test('what differs no more than usual is not too long', () => {
  expect(usual100To120().excessOf(119)).toBe(0);
  expect(usual100To120().excessOf(90)).toBe(0);
});

test('what is longer than usual is too long by what it is above the mean', () => {
  const excessMs = usual100To120().excessOf(160);
  expect(excessMs).toBeGreaterThanOrEqual(48);
  expect(excessMs).toBeLessThanOrEqual(52);
});

test('what was unusual at first becomes usual', () => {
  const travelTime = usual100To120();
  expect(travelTime.excessOf(300)).toBeGreaterThan(0);
  for (let i = 0; i < 60; i += 1) travelTime.excessOf(300);
  expect(travelTime.excessOf(300)).toBeCloseTo(0);
});

test('after a hundred answers half of what the fastest took is certain, and nothing before', () => {
  const travelTime = new TravelTime();
  for (let i = 0; i < 99; i += 1) travelTime.countAccepted(100 + i);
  expect(travelTime.leastMs).toBe(0);
  travelTime.countAccepted(500);
  expect(travelTime.leastMs).toBe(50);
  travelTime.countAccepted(80);
  expect(travelTime.leastMs).toBe(40);
});
