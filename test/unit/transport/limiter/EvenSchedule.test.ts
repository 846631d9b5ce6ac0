import { EvenSchedule } from '../../../../nodes/VolcengineRtc/transport/limiter/EvenSchedule';

/** Sends as soon as the schedule lets it, all asked for at once; tells how long it takes from one to the next. */
function gapsOf(schedule: EvenSchedule, count: number, since = 0): number[] {
  let now = since;
  return Array.from({ length: count }, () => {
    schedule.count(now, since);
    const gapMs = schedule.waitMs(now);
    now += gapMs;
    return gapMs;
  });
}

test.each([1, 2, 20, 50, 100])('the sends of a second take 18 ms more than one: %i a second', (sends) => {
  const gaps = gapsOf(new EvenSchedule(sends, 1000), 3 * sends).slice(sends);
  for (const gap of gaps) expect(gap).toBeCloseTo(1018 / sends);
});

test.each([1, 2, 20, 50, 100])('the first sends of a process take another 40 ms: %i a second', (sends) => {
  for (const gap of gapsOf(new EvenSchedule(sends, 1000), sends)) expect(gap).toBeCloseTo(1058 / sends);
});

test('a pause is not made up for: what was not asked for is not sent the faster', () => {
  const schedule = new EvenSchedule(50, 1000);
  gapsOf(schedule, 100);
  for (const gap of gapsOf(schedule, 20, 60_000)) expect(gap).toBeCloseTo(20.36);
});

test.each([
  [5, 1],
  [50, 5],
  [100, 10],
])(
  'after a late timer a tenth of a second is made up for, one send at least: at %i a second %i sends',
  (sends, most) => {
    const schedule = new EvenSchedule(sends, 1000);
    gapsOf(schedule, 2 * sends);
    let atOnce = 0;
    for (; schedule.waitMs(9000) < -1; atOnce += 1) schedule.count(9000, 0);
    expect(atOnce).toBe(most);
  },
);
