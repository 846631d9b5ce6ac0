import {
  pendingAfter,
  pendingEntry,
  type PendingEntry,
  positionsOf,
} from '../../../nodes/VolcengineRtc/pipeline/pendingEntry';
import { done, entriesOf, failing, pendingOf } from './pendingEntries';

const [entry] = entriesOf(1) as [ReturnType<typeof entriesOf>[number]];
const [first] = pendingOf(1) as [PendingEntry];

test('an entry that was never sent leaves no doubt', () => {
  expect(pendingEntry(entry)).toStrictEqual({ entry, requestsSoFar: 0, isUncertain: false });
});

test('an entry that an earlier run may have processed is in doubt, and that run is what to report', () => {
  const doubt = { ...failing(first, 'again').outcome, kind: 'unavailable' } as NonNullable<
    PendingEntry['last']
  >;
  expect(pendingEntry(entry, doubt)).toStrictEqual({
    entry,
    requestsSoFar: 0,
    isUncertain: true,
    last: doubt,
  });
});

test('what a retry would have mended is reported if the retry is never made', () => {
  const verdict = failing(first, 'again');
  expect(pendingAfter(first, verdict)).toStrictEqual({
    entry,
    requestsSoFar: 1,
    isUncertain: false,
    last: verdict.outcome,
  });
});

test('a refusal of the request is reported only where the user may have been processed before', () => {
  const verdict = failing(first, 'halve');
  expect(pendingAfter(first, verdict)).toStrictEqual({ entry, requestsSoFar: 1, isUncertain: false });
  expect(pendingAfter(first, { ...verdict, isUncertain: true })).toStrictEqual({
    entry,
    requestsSoFar: 1,
    isUncertain: true,
    last: verdict.outcome,
  });
});

test('the requests that carried an entry are counted on', () => {
  const again = pendingAfter(first, failing(first, 'again'));
  expect(pendingAfter(again, failing(again, 'again')).requestsSoFar).toBe(2);
});

test('verdicts are found by what they ask for', () => {
  const verdicts = [done(first), failing(first, 'again'), failing(first, 'halve'), failing(first, 'again')];
  expect(positionsOf(verdicts, 'again')).toEqual([1, 3]);
  expect(positionsOf(verdicts, 'halve')).toEqual([2]);
  expect(positionsOf(verdicts, 'none')).toEqual([0]);
});
