import { Limiters } from '../../../../nodes/VolcengineRtc/transport/limiter/Limiters';
import { VirtualClock } from '../../../support/time/virtualClock';

const hourMs = 3_600_000;

function limitersAt0(): { clock: VirtualClock; limiters: Limiters } {
  const clock = new VirtualClock();
  return { clock, limiters: new Limiters(clock) };
}

test('executions share the limiter of an access key, a host and an action', () => {
  const { limiters } = limitersAt0();
  const limiter = limiters.of('key', 'host', 'RegisterUsers', 50);
  expect(limiters.of('key', 'host', 'RegisterUsers', 50)).toBe(limiter);
});

test('each access key, each host and each action has a limiter of its own', () => {
  const { limiters } = limitersAt0();
  const all = [
    limiters.of('key', 'host', 'RegisterUsers', 50),
    limiters.of('other key', 'host', 'RegisterUsers', 50),
    limiters.of('key', 'other host', 'RegisterUsers', 50),
    limiters.of('key', 'host', 'BatchGetUser', 100),
    limiters.of('key host', '', 'RegisterUsers', 50),
    limiters.of('key', 'host RegisterUsers', '', 50),
  ];
  expect(new Set(all).size).toBe(6);
});

test('an endpoint that throttles starves no other with the same key', async () => {
  const { clock, limiters } = limitersAt0();
  const bad = limiters.of('key', 'gateway', 'RegisterUsers', 50);
  const good = limiters.of('key', 'service', 'RegisterUsers', 50);
  const work = async (limiter: typeof bad, throttled: boolean, sends: number[]) => {
    for (;;) {
      const place = await limiter.acquire(limiter, 50);
      sends.push(clock.now());
      await clock.sleep(100);
      place.ended({ throttled });
    }
  };
  const sends = { bad: [] as number[], good: [] as number[] };
  for (let i = 0; i < 60; i += 1) {
    void work(bad, true, sends.bad);
    void work(good, false, sends.good);
  }
  await clock.run(40_000);
  expect(sends.bad.length).toBeLessThan(200);
  expect(sends.good.length).toBeGreaterThanOrEqual(0.98 * 50 * 40);
});

test('a limiter that nobody has used for an hour is forgotten', async () => {
  const { clock, limiters } = limitersAt0();
  await clock.run(hourMs);
  const limiter = limiters.of('key', 'host', 'RegisterUsers', 50);
  await clock.run(2 * hourMs);
  expect(limiters.of('key', 'host', 'RegisterUsers', 50)).toBe(limiter);
  await clock.run(3 * hourMs + 1);
  expect(limiters.of('key', 'host', 'RegisterUsers', 50)).not.toBe(limiter);
});

test('a limiter is kept while somebody waits for it or has a place, and for an hour from then on', async () => {
  const { clock, limiters } = limitersAt0();
  const limiter = limiters.of('key', 'host', 'RegisterUsers', 50);
  const place = await limiter.acquire({}, 50);
  await clock.run(2 * hourMs);
  expect(limiters.of('key', 'host', 'RegisterUsers', 50)).toBe(limiter);
  await clock.run(4 * hourMs);
  place.ended({ throttled: false });
  await clock.run(5 * hourMs);
  expect(limiters.of('key', 'host', 'RegisterUsers', 50)).toBe(limiter);
});
