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
