import { Alarm } from '../../../../nodes/VolcengineRtc/transport/limiter/Alarm';
import { VirtualClock } from '../../../support/time/virtualClock';

/** When an alarm rings until a time that is set once for each time given. */
async function ringsOf(setInMs: readonly number[], untilMs = 5000): Promise<number[]> {
  const clock = new VirtualClock();
  const rings: number[] = [];
  const alarm = new Alarm(clock, () => rings.push(clock.now()));
  setInMs.forEach((ms) => alarm.setIn(ms));
  await clock.run(untilMs);
  return rings;
}

test('it rings after the time, in whole milliseconds', async () => {
  expect(await ringsOf([20.3])).toEqual([21]);
});

test('set for the same time or a later one, it rings once', async () => {
  expect(await ringsOf([20, 20, 50])).toEqual([20]);
});

test('set for an earlier time, it rings then', async () => {
  expect((await ringsOf([50, 20]))[0]).toBe(20);
});

test('it naps no longer than a second', async () => {
  expect(await ringsOf([60_000])).toEqual([1000]);
});

test('once it has rung it can be set again, and timers left over do not multiply', async () => {
  const clock = new VirtualClock();
  let rings = 0;
  const alarm: Alarm = new Alarm(clock, () => {
    rings += 1;
    alarm.setIn(100);
  });
  [90, 70, 50, 30].forEach((ms) => alarm.setIn(ms));
  await clock.run(10_000);
  expect(rings).toBeLessThanOrEqual(104);
  expect(rings).toBeGreaterThanOrEqual(99);
});
