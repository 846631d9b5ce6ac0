import {
  duplicate,
  type Failure,
  invalid,
  notSent,
  type Outcome,
} from '../../../../nodes/VolcengineRtc/pipeline/outcome';
import { Outcomes } from '../../../../nodes/VolcengineRtc/pipeline/results/Outcomes';
import { unsettled } from '../reading';

function success(userId: string): Outcome {
  return { userId, attempts: 1 };
}

const never = notSent({ code: 'Odd', message: 'said' });
const inDoubt: Failure = { ...never, userId: '0', kind: 'unavailable', code: 'ECONNRESET' };

/** An outcome as it is put into an item. */
const seen = (outcome: Outcome) => ({ success: !('kind' in outcome), ...outcome });

test('outcomes come in the order of the items, however they were found', () => {
  const outcomes = new Outcomes(3);
  [2, 0, 1].forEach((i) => outcomes.record(i, success(String(i))));
  expect([...outcomes.all(unsettled)]).toEqual(['0', '1', '2'].map((id) => seen(success(id))));
});

test('an item without an outcome gets the one given', () => {
  const outcomes = new Outcomes(2);
  outcomes.record(1, success('1'));
  expect([...outcomes.all(unsettled)]).toEqual([seen(unsettled), seen(success('1'))]);
});

test('a repetition shares the outcome, whichever is known first', () => {
  const outcomes = new Outcomes(3);
  outcomes.repeat(2, 0);
  outcomes.record(0, success('0'));
  expect([...outcomes.all(unsettled)]).toEqual([success('0'), unsettled, success('0')].map(seen));
});

test('a repetition shares the outcome of the item that it repeats', () => {
  const outcomes = new Outcomes(4);
  outcomes.record(0, success('0'));
  outcomes.record(1, success('1'));
  outcomes.repeat(3, 1);
  expect([...outcomes.all(unsettled)][3]).toEqual(seen(success('1')));
});

test('each outcome is an object of its own, which may be changed without the others', () => {
  const outcomes = new Outcomes(4);
  outcomes.record(0, success('0'));
  outcomes.repeat(1, 0);
  expect(new Set(outcomes.all(unsettled)).size).toBe(4);
});

test('whether it is a success comes first, and members that are not set are not there', () => {
  const outcomes = new Outcomes(1);
  outcomes.record(0, { ...invalid([]), userId: undefined, httpStatus: undefined });
  const [outcome] = outcomes.all(unsettled);
  expect(Object.keys(outcome ?? {})).toEqual(['success', 'code', 'message', 'kind', 'retryable', 'attempts']);
  expect(outcome).toHaveProperty('success', false);
});

test('a repetition of an item without an outcome has none', () => {
  const outcomes = new Outcomes(2);
  outcomes.repeat(1, 0);
  expect([...outcomes.all(unsettled)]).toEqual([unsettled, unsettled].map(seen));
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
  },
);

/** Outcomes of a second run over the items of a first one, which `fill` describes. */
function takenOver(itemCount: number, fill: (first: Outcomes) => void): Outcomes {
  const first = new Outcomes(itemCount);
  fill(first);
  const second = new Outcomes(itemCount);
  second.takeOver(first);
  return second;
}

describe('a second run over the same items', () => {
  const refused: Failure = { ...never, userId: '0', kind: 'rejected', retryable: false };

  test.each<[what: string, outcome: Outcome]>([
    ['a success', success('0')],
    ['a failure that sending again cannot mend', refused],
  ])('keeps %s, also for items that repeat the user', (_what, outcome) => {
    const second = takenOver(3, (first) => {
      first.record(0, outcome);
      first.repeat(1, 0);
    });
    expect([0, 1, 2].map((item) => second.isKnown(item))).toEqual([true, true, false]);
    expect([...second.all(unsettled)]).toEqual([outcome, outcome, unsettled].map(seen));
    expect(second.doubtOf(0)).toBeUndefined();
  });

  test.each<[what: string, outcome: Failure]>([
    ['a user that was throttled', { ...never, kind: 'throttled' }],
    ['a user whose turn never came', never],
  ])('sends %s again, and knows nothing of it', (_what, outcome) => {
    const second = takenOver(1, (first) => first.record(0, outcome));
    expect(second.isKnown(0)).toBe(false);
    expect(second.doubtOf(0)).toBeUndefined();
    expect(second.someMayBeDone).toBe(false);
  });

  test('sends a user of unknown fate again, and says so of it until its outcome is known', () => {
    const second = takenOver(2, (first) => {
      first.record(0, inDoubt, true);
      first.repeat(1, 0);
    });
    expect([second.isKnown(0), second.isKnown(1)]).toEqual([false, false]);
    expect([second.doubtOf(0), second.doubtOf(1)]).toEqual([seen(inDoubt), seen(inDoubt)]);
    expect(second.someMayBeDone).toBe(true);
    expect([...second.all(unsettled)]).toEqual([seen(inDoubt), seen(inDoubt)]);
    second.record(0, refused);
    expect([...second.all(unsettled)][0]).toEqual(seen(refused));
  });

  test('keeps the doubt in a third one', () => {
    const second = takenOver(1, (first) => first.record(0, inDoubt, true));
    const third = new Outcomes(1);
    third.takeOver(second);
    expect(third.doubtOf(0)).toEqual(seen(inDoubt));
  });

  test.each<[what: string, first: Outcome, isKnown: boolean]>([
    ['keeps', success('7'), true],
    ['looks again at', { ...refused, userId: '7' }, false],
  ])('%s an item that contradicts %j', (_what, outcome, isKnown) => {
    const second = takenOver(2, (first) => {
      first.record(0, outcome);
      first.contradict(1, 0, duplicate('7', 0, ['NickName']));
    });
    expect(second.isKnown(1)).toBe(isKnown);
  });

  test('counts users as the first one did', () => {
    const second = takenOver(2, (first) => {
      first.record(0, success('0'));
      first.record(1, refused);
    });
    expect(second.countUsers()).toEqual({ done: 1, doneBefore: 0, failed: 1 });
  });
});

describe('an item that contradicts an earlier one', () => {
  const contradiction = duplicate('7', 0, ['NickName']);

  test.each<[kind: string, first: Outcome | undefined, retryable: boolean]>([
    ['succeeds', success('7'), false],
    ['fails', { ...never, kind: 'rejected', retryable: false }, true],
    ['is not sent', undefined, true],
  ])('is retryable if that one %s: %j', (_kind, first, retryable) => {
    const outcomes = new Outcomes(2);
    outcomes.contradict(1, 0, contradiction);
    if (first !== undefined) outcomes.record(0, first);
    const [, outcome] = outcomes.all(never);
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
    ['a user that was there before, and shall not be', { ...never, kind: 'rejected' }, 'failed'],
  ])('%s', (_kind, outcome, group) => {
    const none = { done: 0, doneBefore: 0, failed: 0 };
    expect(count(1, (outcomes) => outcomes.record(0, outcome))).toEqual({ ...none, [group]: 1 });
  });

  test('whatever the number of their items', () => {
    const users = count(6, (outcomes) => {
      outcomes.record(0, success('1'));
      outcomes.repeat(1, 0);
      outcomes.contradict(2, 0, duplicate('1', 0, ['Ext']));
      outcomes.record(3, invalid(['IsRobot: no']));
      outcomes.countUserOnce();
      outcomes.record(4, invalid(['UserId is missing']));
    });
    expect(users).toEqual({ done: 1, doneBefore: 0, failed: 2 });
  });
});
