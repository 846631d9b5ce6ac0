import { yielding } from '../../../nodes/VolcengineRtc/pipeline/yielding';
import { VirtualClock } from '../virtualClock';

test('the event loop gets its turn once ours has lasted ten milliseconds, and then again', async () => {
  const clock = new VirtualClock();
  const sleep = jest.spyOn(clock, 'sleep').mockResolvedValue();
  const breathe = yielding(clock);
  const naps: number[] = [];
  for (const nowMs of [0, 9, 10, 11, 19, 20]) {
    await clock.run(nowMs);
    await breathe();
    naps.push(sleep.mock.calls.length);
  }
  expect(naps).toEqual([0, 0, 1, 1, 1, 2]);
});
