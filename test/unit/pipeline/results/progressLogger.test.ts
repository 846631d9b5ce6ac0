import { registerUsers } from '../../../../nodes/VolcengineRtc/operations/registerUsers';
import { invalid } from '../../../../nodes/VolcengineRtc/pipeline/outcome';
import { Outcomes } from '../../../../nodes/VolcengineRtc/pipeline/results/Outcomes';
import { progressLogger } from '../../../../nodes/VolcengineRtc/pipeline/results/progressLogger';
import { RunState } from '../../../../nodes/VolcengineRtc/pipeline/sending/RunState';

/** A run of 50,000 items, whose outcomes come in at times. */
function runUnderWay() {
  const outcomes = new Outcomes(50_000);
  const run = new RunState(undefined, true);
  const lines: string[] = [];
  let now = 1000;
  const clock = { now: () => now, sleep: async () => {} };
  const logProgress = progressLogger(registerUsers, 50_000, outcomes, run, clock, (line) => lines.push(line));
  const settleUntil = (ms: number, succeeded: number, failed: number, requests: number) => {
    now = ms;
    for (let i = 0; i < succeeded; i += 1) outcomes.record(i, { userId: String(i), attempts: 1 });
    for (let i = 0; i < failed; i += 1) outcomes.record(succeeded + i, invalid([]));
    run.requests += requests;
    logProgress();
  };
  return { lines, settleUntil };
}

test('a run of less than ten seconds tells nothing', () => {
  const { lines, settleUntil } = runUnderWay();
  settleUntil(10_999, 9_000, 10, 450);
  expect(lines).toEqual([]);
});

test('a long run tells every ten seconds how far it is, in numbers alone', () => {
  const { lines, settleUntil } = runUnderWay();
  settleUntil(11_000, 6_800, 3_000, 490);
  settleUntil(20_999, 9_000, 0, 450);
  settleUntil(21_000, 800, 0, 40);
  expect(lines).toEqual([
    'Register Users: 6800 registered and 3000 failed of 50000, 49.0 requests a second, about 42 s left',
    'Register Users: 16600 registered and 3000 failed of 50000, 49.0 requests a second, about 32 s left',
  ]);
});
