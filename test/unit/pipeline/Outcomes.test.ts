import { invalid, notSent, type Outcome } from '../../../nodes/VolcengineRtc/pipeline/outcome';
import { Outcomes } from '../../../nodes/VolcengineRtc/pipeline/Outcomes';
import { unsettled } from './reading';

function success(userId: string): Outcome {
  return { userId, attempts: 1 };
}

test('outcomes come in the order of the items, however they were found', () => {
  const outcomes = new Outcomes(3);
  [2, 0, 1].forEach((i) => outcomes.settle(i, success(String(i))));
  expect([...outcomes.all(unsettled)]).toEqual([success('0'), success('1'), success('2')]);
});

test('an item without an outcome gets the one given', () => {
  const outcomes = new Outcomes(2);
  outcomes.settle(1, success('1'));
  expect([...outcomes.all(unsettled)]).toEqual([unsettled, success('1')]);
});

test('a repetition shares the outcome, whichever is known first', () => {
  const outcomes = new Outcomes(3);
  outcomes.repeat(2, 0);
  outcomes.settle(0, success('0'));
  expect([...outcomes.all(unsettled)]).toEqual([success('0'), unsettled, success('0')]);
});

test('each outcome is an object of its own, which may be changed without the others', () => {
  const outcomes = new Outcomes(4);
  outcomes.settle(0, success('0'));
  outcomes.repeat(1, 0);
  expect(new Set(outcomes.all(unsettled)).size).toBe(4);
});

test('members that are not set are not there', () => {
  const outcomes = new Outcomes(1);
  outcomes.settle(0, { ...invalid([]), userId: undefined, httpStatus: undefined });
  const [outcome] = outcomes.all(unsettled);
  expect(Object.keys(outcome ?? {})).toEqual(['code', 'message', 'kind', 'retryable', 'attempts']);
});

test('a repetition of an item without an outcome has none', () => {
  const outcomes = new Outcomes(2);
  outcomes.repeat(1, 0);
  expect([...outcomes.all(unsettled)]).toEqual([unsettled, unsettled]);
});

test.each<[kind: string, outcome: Outcome, mayBeDone: boolean]>([
  ['a success', success('1'), true],
  ['a failure of unknown fate', { ...notSent(''), kind: 'unavailable' }, true],
  ['a refusal', { ...notSent(''), kind: 'rejected' }, false],
  ['a user that was throttled', { ...notSent(''), kind: 'throttled' }, false],
  ['a user whose turn never came', notSent(''), false],
  ['an item that is no user', invalid(['UserId is missing']), false],
])('after %s alone, whether a user may have been processed is known', (_kind, outcome, mayBeDone) => {
  const outcomes = new Outcomes(2);
  expect(outcomes.someMayBeDone()).toBe(false);
  outcomes.settle(1, outcome);
  expect(outcomes.someMayBeDone()).toBe(mayBeDone);
});
