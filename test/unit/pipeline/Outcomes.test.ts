import { duplicate, invalid, notSent, type Outcome } from '../../../nodes/VolcengineRtc/pipeline/outcome';
import { Outcomes } from '../../../nodes/VolcengineRtc/pipeline/Outcomes';
import { unsettled } from './reading';

function success(userId: string): Outcome {
  return { userId, attempts: 1 };
}

/** An outcome as it is put into an item. */
const seen = (outcome: Outcome) => ({ success: !('kind' in outcome), ...outcome });

test('outcomes come in the order of the items, however they were found', () => {
  const outcomes = new Outcomes(3);
  [2, 0, 1].forEach((i) => outcomes.settle(i, success(String(i))));
  expect([...outcomes.all(unsettled)]).toEqual(['0', '1', '2'].map((id) => seen(success(id))));
});

test('an item without an outcome gets the one given', () => {
  const outcomes = new Outcomes(2);
  outcomes.settle(1, success('1'));
  expect([...outcomes.all(unsettled)]).toEqual([seen(unsettled), seen(success('1'))]);
});

test('a repetition shares the outcome, whichever is known first', () => {
  const outcomes = new Outcomes(3);
  outcomes.repeat(2, 0);
  outcomes.settle(0, success('0'));
  expect([...outcomes.all(unsettled)]).toEqual([success('0'), unsettled, success('0')].map(seen));
});

test('a repetition shares the outcome of the item that it repeats', () => {
  const outcomes = new Outcomes(4);
  outcomes.settle(0, success('0'));
  outcomes.settle(1, success('1'));
  outcomes.repeat(3, 1);
  expect([...outcomes.all(unsettled)][3]).toEqual(seen(success('1')));
});

test('each outcome is an object of its own, which may be changed without the others', () => {
  const outcomes = new Outcomes(4);
  outcomes.settle(0, success('0'));
  outcomes.repeat(1, 0);
  expect(new Set(outcomes.all(unsettled)).size).toBe(4);
});

test('whether it is a success comes first, and members that are not set are not there', () => {
  const outcomes = new Outcomes(1);
  outcomes.settle(0, { ...invalid([]), userId: undefined, httpStatus: undefined });
  const [outcome] = outcomes.all(unsettled);
  expect(Object.keys(outcome ?? {})).toEqual(['success', 'code', 'message', 'kind', 'retryable', 'attempts']);
  expect(outcome).toHaveProperty('success', false);
});

test('a repetition of an item without an outcome has none', () => {
  const outcomes = new Outcomes(2);
  outcomes.repeat(1, 0);
  expect([...outcomes.all(unsettled)]).toEqual([unsettled, unsettled].map(seen));
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

describe('an item that contradicts an earlier one', () => {
  const contradiction = duplicate('7', 0, ['NickName']);

  test.each<[kind: string, first: Outcome | undefined, retryable: boolean]>([
    ['succeeds', success('7'), false],
    ['fails', { ...notSent(''), kind: 'rejected', retryable: false }, true],
    ['is not sent', undefined, true],
  ])('is retryable if that one %s: %j', (_kind, first, retryable) => {
    const outcomes = new Outcomes(2);
    outcomes.contradict(1, 0, contradiction);
    if (first !== undefined) outcomes.settle(0, first);
    const [, outcome] = outcomes.all(notSent(''));
    expect(outcome).toEqual(seen({ ...contradiction, retryable }));
    expect(Object.keys(outcome ?? {})[0]).toBe('success');
  });

  test('names the columns in which they differ', () => {
    expect(duplicate('7', 3, ['NickName', 'Ext']).message).toBe(
      'Item 3 has the same UserId 7 and differs in NickName, Ext, so only that one was used. Keep one of the two.',
    );
  });
});

describe('users are counted once', () => {
  const count = (itemCount: number, fill: (outcomes: Outcomes) => void) => {
    const outcomes = new Outcomes(itemCount);
    fill(outcomes);
    return outcomes.countUsers();
  };

  test.each<[kind: string, outcome: Outcome, group: string]>([
    ['a plain success', success('1'), 'done'],
    ['a user of a dry run', { ...success('1'), code: 'Validated' }, 'done'],
    ['a user that was there before', { ...success('1'), code: 'UserHasRegistered' }, 'doneBefore'],
    ['a user that was there before, and shall not be', { ...notSent(''), kind: 'rejected' }, 'failed'],
  ])('%s', (_kind, outcome, group) => {
    const none = { done: 0, doneBefore: 0, failed: 0 };
    expect(count(1, (outcomes) => outcomes.settle(0, outcome))).toEqual({ ...none, [group]: 1 });
  });

  test('whatever the number of their items', () => {
    const users = count(6, (outcomes) => {
      outcomes.settle(0, success('1'));
      outcomes.repeat(1, 0);
      outcomes.contradict(2, 0, duplicate('1', 0, ['Ext']));
      outcomes.settle(3, invalid(['IsRobot: no']));
      outcomes.countUserOnce();
      outcomes.settle(4, invalid(['UserId is missing']));
    });
    expect(users).toEqual({ done: 1, doneBefore: 0, failed: 2 });
  });
});
