import { HardWindow } from '../../../../nodes/VolcengineRtc/transport/limiter/HardWindow';
import type { Sent } from '../../../../nodes/VolcengineRtc/transport/limiter/Sent';

const sentAt = (at: number, surelyAt = Infinity): Sent => ({ at, likelyAt: at, surelyAt });

/** A window of two sends that has counted some, by the time by which they had surely arrived where it is strict. */
function windowWith(counts: 'likelyAt' | 'surelyAt', ...sends: Sent[]): HardWindow {
  const window = new HardWindow(2, 1000, counts === 'surelyAt' ? { leastMs: 0 } : undefined);
  sends.forEach((sent) => window.count(sent));
  return window;
}

describe.each(['likelyAt', 'surelyAt'] as const)('by %s', (counts) => {
  test('sends up to its number need not wait', () => {
    expect(windowWith(counts, sentAt(0, 0)).waitMs(0)).toBeLessThanOrEqual(0);
  });

  test('the next one waits until 8 ms more than a second after the first', () => {
    const window = windowWith(counts, sentAt(0, 0), sentAt(300, 300));
    expect(window.waitMs(300)).toBe(708);
    window.count(sentAt(1008, 1008));
    expect(window.waitMs(1008)).toBe(300);
  });
});

test('a send that arrived later than it left counts as late, and the others keep their order', () => {
  const held = sentAt(0);
  const window = windowWith('likelyAt', held, sentAt(500));
  held.likelyAt = 700;
  window.recount(held);
  expect(window.waitMs(1000)).toBe(508);
  window.count(sentAt(1508));
  expect(window.waitMs(1508)).toBe(200);
});

test('a send that has left the window stays away', () => {
  const gone = sentAt(0);
  const window = windowWith('likelyAt', gone, sentAt(500), sentAt(1008));
  gone.likelyAt = 5000;
  window.recount(gone);
  expect(window.waitMs(1008)).toBe(500);
});

test('nor does it take the place of the one that was counted last', () => {
  const gone = sentAt(0);
  const window = windowWith('likelyAt', gone, sentAt(500), sentAt(1008));
  window.recount(gone);
  window.count(sentAt(1508));
  expect(window.waitMs(1508)).toBe(508);
});

test('a send keeps its place until it has surely arrived, and for a second from then on', () => {
  const slow = sentAt(0);
  const window = windowWith('surelyAt', slow, sentAt(500, 600));
  expect(window.waitMs(1600)).toBe(8);
  window.count(sentAt(1608));
  expect(window.waitMs(60_000)).toBe(Infinity);
  slow.surelyAt = 60_000;
  window.recount(slow);
  expect(window.waitMs(60_000)).toBe(1008);
});

test('what an answer takes at least is taken off, as is known at the time', () => {
  const travelTime = { leastMs: 0 };
  const window = new HardWindow(1, 1000, travelTime);
  window.count(sentAt(0, 150));
  expect(window.waitMs(150)).toBe(1008);
  travelTime.leastMs = 50;
  expect(window.waitMs(150)).toBe(958);
  travelTime.leastMs = 10;
  expect(window.waitMs(150)).toBe(998);
});
