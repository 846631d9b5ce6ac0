import { Quota } from '../../../nodes/VolcengineRtc/transport/Quota';

/** Sends as soon as the quota lets it, all asked for at once; tells when. */
function sendTimes(quota: Quota, count: number, since = 0): number[] {
  let now = since;
  return Array.from({ length: count }, () => {
    now = Math.max(now, now + quota.waitMs(now));
    quota.count(now, since);
    return now;
  });
}

function gapsOf(times: readonly number[]): number[] {
  return times.slice(1).map((time, at) => time - times[at]!);
}

test.each([1, 2, 20, 50])('the sends of a second take 18 ms more than one: %i a second', (most) => {
  const gaps = gapsOf(sendTimes(new Quota(most), 4 * most + 1)).slice(most);
  for (const gap of gaps) expect(gap).toBeCloseTo(1018 / most);
});

test.each([1, 2, 20, 50])('the first sends of a quota take another 40 ms: %i a second', (most) => {
  const gaps = gapsOf(sendTimes(new Quota(most), most + 1));
  for (const gap of gaps) expect(gap).toBeCloseTo(1058 / most);
});

test('a pause is not made up for: what was not asked for is not sent the faster', () => {
  const quota = new Quota(50);
  sendTimes(quota, 100);
  for (const gap of gapsOf(sendTimes(quota, 20, 60_000))) expect(gap).toBeCloseTo(20.36);
});

test('after a late timer five sends are made up for, and no more', () => {
  const quota = new Quota(50);
  const since = sendTimes(quota, 100).at(-1)!;
  const late = since + 2000;
  let atOnce = 0;
  for (; quota.waitMs(late) < -1; atOnce += 1) quota.count(late, since);
  expect(atOnce).toBe(5);
});

test('a higher quota takes over what a lower one has sent', () => {
  const lower = new Quota(2);
  sendTimes(lower, 2);
  const higher = new Quota(3);
  higher.countAllOf(lower);
  const [first, second] = sendTimes(higher, 2, 600) as [number, number];
  expect(first).toBeLessThan(1000);
  expect(second).toBeGreaterThanOrEqual(1008);
});

test.each([
  [300, 300 + 1008],
  [700, 529 + 1008],
])('a send that was held up for %i ms leaves the window later', (byMs, freeAt) => {
  const quota = new Quota(2);
  expect(sendTimes(quota, 2)).toEqual([0, 529]);
  quota.postpone(0, byMs);
  expect(600 + quota.waitMs(600)).toBeCloseTo(freeAt);
});

test('a send that has left the window already is not held up any more', () => {
  const quota = new Quota(2);
  sendTimes(quota, 4);
  const waitMs = quota.waitMs(1600);
  quota.postpone(0, 5000);
  expect(quota.waitMs(1600)).toBe(waitMs);
});

/** A strict quota of two a second that has made two sends, the first of which took 100 ms. */
function strictQuota(): Quota {
  const quota = new Quota(2, true);
  expect(sendTimes(quota, 2)).toEqual([0, 529]);
  quota.settle(0, 100, true);
  return quota;
}

test('a send that took as long as the fastest holds nothing up', () => {
  const quota = strictQuota();
  quota.settle(529, 100, true);
  expect(1058 + quota.waitMs(1058)).toBeCloseTo(1058);
});

test('a send that took longer than the fastest may have arrived so much later', () => {
  const quota = strictQuota();
  quota.count(1058, 0);
  quota.settle(529, 350, true);
  expect(1400 + quota.waitMs(1400)).toBeCloseTo(529 + 250 + 1008);
});

test('what was taken for the fastest is corrected when a faster one comes', () => {
  const quota = strictQuota();
  quota.settle(529, 70, true);
  expect(1000 + quota.waitMs(1000)).toBeCloseTo(1058);
  quota.count(1058, 0);
  quota.settle(1058, 20, true);
  expect(1400 + quota.waitMs(1400)).toBeCloseTo(529 + 50 + 1008);
});

test('a send without an answer keeps its place', () => {
  const quota = strictQuota();
  quota.count(1058, 0);
  expect(quota.waitMs(60_000)).toBe(Infinity);
});

test('a send that was given up, or refused, may have arrived until then', () => {
  const quota = strictQuota();
  quota.count(1058, 0);
  quota.settle(529, 900, false);
  expect(1500 + quota.waitMs(1500)).toBeCloseTo(529 + 900 + 1008);
});

test('a higher strict quota takes over what a lower one knows of its sends', () => {
  const higher = new Quota(3, true);
  higher.countAllOf(strictQuota());
  higher.settle(529, 1100, true);
  higher.count(1100, 1100);
  higher.count(1500, 1500);
  expect(1900 + higher.waitMs(1900)).toBeCloseTo(529 + 1000 + 1008);
});
