import type { Failure } from '../../../nodes/VolcengineRtc/pipeline/outcome';
import type { ReadEntry } from '../../../nodes/VolcengineRtc/pipeline/reading/entries';
import { Outcomes } from '../../../nodes/VolcengineRtc/pipeline/results/Outcomes';
import { sendable } from '../../../nodes/VolcengineRtc/pipeline/sendable';
import { StopSignals } from '../../../nodes/VolcengineRtc/pipeline/sending/StopSignals';
import { entriesOf } from './pendingEntries';
import { groupOf, unsettled } from './reading';

const reason = { code: 'AppNotFound', message: 'the app is not found' };

/** Reads users of the app 7 and one of the app 8, after app 7 has ended. */
function readAfterEnd(outcomes: Outcomes) {
  const [one, other] = entriesOf(2);
  const entries = [one!, { ...other!, group: groupOf('8') }];
  const items: ReadEntry[] = entries.map((entry, itemIndex) => ({
    is: 'entry',
    itemIndex,
    entry,
    isCounted: false,
  }));
  const stops = new StopSignals(undefined, false);
  stops.endApp('7', reason);
  return [...sendable(items, stops, outcomes)].map((entry) => entry?.userId);
}

test('users of an app that has ended are not sent, and say why', () => {
  const outcomes = new Outcomes(2);
  expect(readAfterEnd(outcomes)).toEqual([undefined, '2']);
  expect([...outcomes.all(unsettled)][0]).toMatchObject({
    userId: '1',
    code: 'NotSent',
    kind: 'notSent',
    message: expect.stringContaining('AppNotFound') as string,
  });
  expect(outcomes.someMayBeDone).toBe(false);
});

test('a user whom an earlier run may have processed keeps what that one has left', () => {
  const doubt: Failure = {
    userId: '1',
    code: 'ETIMEDOUT',
    message: 'late',
    kind: 'unavailable',
    retryable: true,
    attempts: 1,
  };
  const earlier = new Outcomes(2);
  earlier.record(0, doubt, true);
  const outcomes = new Outcomes(2);
  outcomes.takeOver(earlier);
  expect(readAfterEnd(outcomes)).toEqual([undefined, '2']);
  expect([...outcomes.all(unsettled)][0]).toEqual({ success: false, ...doubt });
  expect(outcomes.someMayBeDone).toBe(true);
});
