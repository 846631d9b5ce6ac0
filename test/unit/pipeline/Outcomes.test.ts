import { type Failure, invalid, notSent, type Outcome } from '../../../nodes/VolcengineRtc/pipeline/outcome';
import { Outcomes } from '../../../nodes/VolcengineRtc/pipeline/Outcomes';
import { unsettled } from './reading';

function success(userId: string): Outcome {
  return { userId, attempts: 1 };
}

const never = notSent({ code: 'Odd', message: 'said' });
const inDoubt: Failure = { ...never, userId: '0', kind: 'unavailable', code: 'ECONNRESET' };

test('outcomes come in the order of the items, however they were found', () => {
  const outcomes = new Outcomes(3);
  [2, 0, 1].forEach((i) => outcomes.record(i, success(String(i))));
  expect([...outcomes.all(unsettled)]).toEqual([success('0'), success('1'), success('2')]);
});

test('an item without an outcome gets the one given', () => {
  const outcomes = new Outcomes(2);
  outcomes.record(1, success('1'));
  expect([...outcomes.all(unsettled)]).toEqual([unsettled, success('1')]);
  expect([outcomes.of(0), outcomes.of(1)]).toEqual([undefined, success('1')]);
});

test('a repetition shares the outcome, whichever is known first', () => {
  const outcomes = new Outcomes(3);
  outcomes.repeat(2, 0);
  expect(outcomes.of(2)).toBeUndefined();
  outcomes.record(0, success('0'));
  expect([...outcomes.all(unsettled)]).toEqual([success('0'), unsettled, success('0')]);
  expect(outcomes.of(2)).toEqual(success('0'));
});

test('each outcome is an object of its own, which may be changed without the others', () => {
  const outcomes = new Outcomes(4);
  outcomes.record(0, success('0'));
  outcomes.repeat(1, 0);
  expect(new Set(outcomes.all(unsettled)).size).toBe(4);
});

test('members that are not set are not there', () => {
  const outcomes = new Outcomes(1);
  outcomes.record(0, { ...invalid([]), userId: undefined, httpStatus: undefined });
  const [outcome] = outcomes.all(unsettled);
  expect(Object.keys(outcome ?? {})).toEqual(['code', 'message', 'kind', 'retryable', 'attempts']);
});

test('a repetition of an item without an outcome has none', () => {
  const outcomes = new Outcomes(2);
  outcomes.repeat(1, 0);
  expect([...outcomes.all(unsettled)]).toEqual([unsettled, unsettled]);
});

test('items of either kind are counted', () => {
  const outcomes = new Outcomes(3);
  outcomes.record(0, success('0'));
  outcomes.record(1, never);
  outcomes.record(2, success('2'));
  expect([outcomes.succeeded, outcomes.failed]).toEqual([2, 1]);
});

test.each<[kind: string, outcome: Outcome, isUncertain: boolean | undefined, mayBeDone: boolean]>([
  ['a success', success('1'), undefined, true],
  ['a failure of unknown fate', inDoubt, true, true],
  ['a user that no request has reached', { ...never, kind: 'unavailable' }, undefined, false],
  ['a refusal', { ...never, kind: 'rejected' }, false, false],
  ['a user that was throttled', { ...never, kind: 'throttled' }, false, false],
  ['a user whose turn never came', never, false, false],
  ['an item that is no user', invalid(['UserId is missing']), false, false],
])(
  'after %s alone, whether a user may have been processed is known',
  (_kind, outcome, isUncertain, mayBeDone) => {
    const outcomes = new Outcomes(2);
    expect(outcomes.someMayBeDone).toBe(false);
    outcomes.record(1, outcome, isUncertain);
    expect(outcomes.someMayBeDone).toBe(mayBeDone);
    expect(outcomes.isUncertain(1)).toBe(isUncertain === true);
    expect(outcomes.isUncertain(0)).toBe(false);
  },
);

test('a success is never in doubt', () => {
  const outcomes = new Outcomes(1);
  outcomes.record(0, success('0'), true);
  expect(outcomes.isUncertain(0)).toBe(false);
});

test('a repetition shares the doubt', () => {
  const outcomes = new Outcomes(2);
  outcomes.repeat(1, 0);
  outcomes.record(0, inDoubt, true);
  expect(outcomes.isUncertain(1)).toBe(true);
});

describe('a doubt that an earlier run has left', () => {
  test('stands for an item until its outcome is known', () => {
    const outcomes = new Outcomes(2);
    outcomes.keepDoubt(0, inDoubt);
    expect([outcomes.doubtOf(0), outcomes.doubtOf(1)]).toEqual([inDoubt, undefined]);
    expect([outcomes.of(0), outcomes.someMayBeDone, outcomes.isUncertain(0)]).toEqual([
      undefined,
      true,
      true,
    ]);
    expect([...outcomes.all(unsettled)]).toEqual([inDoubt, unsettled]);
  });

  test.each<[what: string, outcome: Outcome, isUncertain: boolean]>([
    ['success', success('0'), false],
    ['refusal that leaves no doubt', never, false],
    ['failure of unknown fate', { ...inDoubt, code: 'EPIPE' }, true],
  ])('gives way to a %s', (_what, outcome, isUncertain) => {
    const outcomes = new Outcomes(1);
    outcomes.keepDoubt(0, inDoubt);
    outcomes.record(0, outcome, isUncertain);
    expect([...outcomes.all(unsettled)]).toEqual([outcome]);
    expect(outcomes.isUncertain(0)).toBe(isUncertain);
  });
});
