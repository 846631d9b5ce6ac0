import type { Sent } from '../../../../nodes/VolcengineRtc/transport/limiter/Sent';
import { Share } from '../../../../nodes/VolcengineRtc/transport/limiter/Share';

/** Sends as soon as the share lets it, all asked for at once. */
function send(share: Share, count: number, since = 0): Sent[] {
  let now = since;
  return Array.from({ length: count }, () => {
    now = Math.max(now, now + share.waitMs(now));
    const sent = { at: now, likelyAt: now, surelyAt: Infinity };
    share.count(sent, since);
    return sent;
  });
}

function end(share: Share, sent: Sent, surelyAt: number): void {
  sent.surelyAt = surelyAt;
  share.recount(sent);
}

test('both rules are kept: sends are spaced, and no more than the share leave in a second', () => {
  const share = new Share(2);
  expect(send(share, 2).map(({ at }) => at)).toEqual([0, 529]);
  expect(share.waitMs(529)).toBe(529);
  expect(send(share, 1, 1058).map(({ at }) => at)).toEqual([1058]);
  expect(share.waitMs(1058)).toBe(509);
});

test('a send of a strict share that is under way keeps its place', () => {
  const share = new Share(2, { leastMs: 0 });
  const [first, second] = send(share, 2) as [Sent, Sent];
  expect(share.waitMs(60_000)).toBe(Infinity);
  end(share, second, 900);
  expect(share.waitMs(900)).toBe(1008);
  end(share, first, 1000);
  expect(share.waitMs(1000)).toBe(908);
});

test('a fraction below one is one send in so many seconds', () => {
  const share = new Share(0.1);
  send(share, 1);
  expect(share.waitMs(0)).toBeGreaterThanOrEqual(10_000);
});

test('a higher share counts what a lower one has sent', () => {
  const [lower, higher] = [new Share(2, { leastMs: 0 }), new Share(3, { leastMs: 0 })];
  const sent = send(lower, 2);
  higher.countAllOf(lower);
  send(higher, 1, 600);
  expect(higher.waitMs(700)).toBe(Infinity);
  sent.forEach((one, at) => end(higher, one, 700 + at));
  expect(higher.waitMs(700)).toBe(1008);
});

test('it is unused from when its last caller has left', () => {
  const share = new Share(2);
  share.enter();
  share.enter();
  share.leave(1000);
  expect(share.unusedMs(5000)).toBe(0);
  share.leave(5000);
  expect(share.unusedMs(8000)).toBe(3000);
});
