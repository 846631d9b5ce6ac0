/* eslint-disable @n8n/community-nodes/no-restricted-imports -- real turns of the event loop */
import { setImmediate as turn } from 'node:timers/promises';
import { eventLoopYielder } from '../../../nodes/VolcengineRtc/pipeline/eventLoopYielder';
import { processClock } from '../../../nodes/VolcengineRtc/transport/time/clock';
import { VirtualClock } from '../../support/time/virtualClock';

test('the event loop gets its turn once ours has lasted five milliseconds, and then again', async () => {
  const clock = new VirtualClock();
  const sleep = jest.spyOn(clock, 'sleep').mockResolvedValue();
  const yieldToEventLoop = eventLoopYielder(clock);
  const breaths: boolean[] = [];
  for (const nowMs of [0, 4, 5, 6, 9, 10]) {
    await clock.run(nowMs);
    sleep.mockClear();
    await yieldToEventLoop();
    breaths.push(sleep.mock.calls.length > 0);
  }
  expect(breaths).toEqual([false, false, true, false, false, true]);
});

/** Whether the event loop has had a turn by the time that a breath is over, while other promises keep working. */
async function turnsDuringBreath(): Promise<boolean> {
  const yieldToEventLoop = eventLoopYielder(processClock);
  let hasTurned = false;
  await turn();
  busyFor(10);
  void turn().then(() => (hasTurned = true));
  const breath = yieldToEventLoop();
  void Promise.resolve().then(() => busyFor(5));
  await breath;
  return hasTurned;
}

function busyFor(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}

test('the event loop gets its turn also while other promises work for longer than the timer takes', async () => {
  let [hadTurn, tries] = [false, 0];
  // A machine that is busy with other things may make one turn last. Without a second timer there is never one.
  for (; !hadTurn && tries < 50; tries += 1) hadTurn = await turnsDuringBreath();
  expect(hadTurn).toBe(true);
});
