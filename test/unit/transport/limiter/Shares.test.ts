import { Shares } from '../../../../nodes/VolcengineRtc/transport/limiter/Shares';

const minuteMs = 60_000;
const travelTime = { leastMs: 0 };

/** Shares that were used at a time, in this order. */
function sharesUsedAt(now: number, ...perSecond: number[]): Shares {
  const shares = new Shares(50, travelTime);
  for (const maxPerSecond of perSecond) {
    const share = shares.of(maxPerSecond, now);
    share.enter();
    share.leave(now);
  }
  return shares;
}

function numbersFrom(shares: Shares, lowest: number, now = 0): number[] {
  return shares.from(shares.of(lowest, now)).map(({ maxPerSecond }) => maxPerSecond);
}

test('a send counts for its own share and all higher ones, from the lowest to the highest', () => {
  const shares = sharesUsedAt(0, 20, 50, 10);
  expect(numbersFrom(shares, 10)).toEqual([10, 20, 50]);
  expect(numbersFrom(shares, 20)).toEqual([20, 50]);
  expect(numbersFrom(shares, 50)).toEqual([50]);
});

test('callers that ask for the same share use the same one', () => {
  const shares = new Shares(50, travelTime);
  expect(shares.of(20, 0)).toBe(shares.of(20, 0));
});

test('a new share counts what the next lower one has sent, and not what a higher one has', () => {
  const shares = new Shares(50, travelTime);
  const sent = { at: 0, likelyAt: 0, surelyAt: Infinity };
  const lowest = shares.of(1, 0);
  lowest.enter();
  lowest.count(sent, 0);
  expect(shares.of(1.5, 0).waitMs(5000)).toBe(Infinity);
  expect(shares.of(0.5, 0).waitMs(5000)).toBeLessThanOrEqual(0);
});

test('only the share that is the whole limit is not strict', () => {
  const sent = () => ({ at: 0, likelyAt: 0, surelyAt: Infinity });
  const [whole, lower] = [new Shares(2, travelTime).of(2, 0), new Shares(3, travelTime).of(2, 0)];
  for (const share of [whole, lower]) [sent(), sent()].forEach((one) => share.count(one, 0));
  expect(whole.waitMs(5000)).toBeLessThanOrEqual(0);
  expect(lower.waitMs(5000)).toBe(Infinity);
});

test('shares that nobody has used for ten minutes are forgotten when others come, and never one in use', () => {
  const shares = sharesUsedAt(0, 10, 20);
  const [ten, twenty] = [10, 20].map((maxPerSecond) => shares.of(maxPerSecond, 0));
  twenty?.enter();
  shares.of(30, 10 * minuteMs).enter();
  expect(shares.of(10, 10 * minuteMs)).toBe(ten);
  shares.of(40, 10 * minuteMs + 1).enter();
  expect(shares.of(10, 10 * minuteMs + 1)).not.toBe(ten);
  expect(shares.of(20, 10 * minuteMs + 1)).toBe(twenty);
});

test('they are unused as long as the one that was used last', () => {
  expect(sharesUsedAt(0, 10, 20).unusedMs(5000)).toBe(5000);
  expect(new Shares(50, travelTime).unusedMs(0)).toBe(Infinity);
});
