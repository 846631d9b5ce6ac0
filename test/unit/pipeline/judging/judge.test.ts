import {
  judge,
  type Rules,
  stopReasonOf,
  succeeded,
} from '../../../../nodes/VolcengineRtc/pipeline/judging/judge';
import { describeError } from '../../../../nodes/VolcengineRtc/pipeline/judging/messages';
import { subjectOf } from '../../../../nodes/VolcengineRtc/pipeline/judging/terms';
import { inOneText } from '../../../../nodes/VolcengineRtc/transport/explanation';
import { getUsers } from '../../../../nodes/VolcengineRtc/operations/getUsers';
import { registerOrUpdateUsers } from '../../../../nodes/VolcengineRtc/operations/registerOrUpdateUsers';
import { registerUsers } from '../../../../nodes/VolcengineRtc/operations/registerUsers';
import { sendBroadcast } from '../../../../nodes/VolcengineRtc/operations/sendBroadcast';
import type { PendingEntry, Verdict } from '../../../../nodes/VolcengineRtc/pipeline/pendingEntry';
import type { Meaning } from '../../../../nodes/VolcengineRtc/transport/meanings';
import type { ApiError, Reply, RowResult } from '../../../../nodes/VolcengineRtc/transport/send';
import { pendingOf } from '../pendingEntries';

type Failed = Extract<Reply, { kind: 'failure' }>;

const rules: Rules = {
  operation: registerUsers,
  alreadySo: 'fail',
  stopReason: () => ({ code: 'InvalidAccessKey', message: 'the key is wrong' }),
};

const judgeAll = (
  reply: Reply,
  pending: readonly PendingEntry[] = pendingOf(2),
  changes: Partial<Rules> = {},
) => judge(reply, pending, { ...rules, ...changes });

/** What a verdict says, short. */
const gist = ({ outcome, next, isUncertain }: Verdict) => ({
  ...('kind' in outcome ? { kind: outcome.kind, retryable: outcome.retryable } : {}),
  ...(outcome.code !== undefined && { code: outcome.code }),
  attempts: outcome.attempts,
  next,
  isUncertain,
});
const messageOf = ({ outcome }: Verdict) => ('message' in outcome ? outcome.message : '');

const info = { httpStatus: 400, requestId: 'r1' };
const errorOf = (meaning: Meaning, code = 'Odd'): ApiError => ({ meaning, code, message: 'said' });
const failureOf = (meaning: Meaning, code = 'Odd'): Failed => ({
  kind: 'failure',
  ...info,
  error: errorOf(meaning, code),
});
const resultOf = (failed: Record<string, Meaning>): Reply => ({
  kind: 'result',
  httpStatus: 200,
  requestId: 'r1',
  rows: new Map(Object.entries(failed).map(([id, meaning]) => [id, { error: errorOf(meaning) }])),
});

const [first] = pendingOf(1) as [PendingEntry];
const last = {
  userId: '1',
  code: 'ECONNRESET',
  message: 'reset',
  kind: 'unavailable',
  retryable: true,
  attempts: 1,
} as const;
const uncertain: PendingEntry = { ...first, requestsSoFar: 1, isUncertain: true, last };

type Gist = [next: Verdict['next'], isUncertain: boolean, kind: string, retryable: boolean];

/** What follows for the users of a request. */
const consequences: Array<[Meaning, ...Gist]> = [
  ['throttled', 'again', false, 'throttled', true],
  ['userTooFrequent', 'again', false, 'throttled', true],
  ['transient', 'again', true, 'unavailable', true],
  ['unprocessed', 'again', false, 'unavailable', true],
  ['invalidResult', 'again', true, 'unavailable', true],
  ['foreignPage', 'again', true, 'unavailable', true],
  ['notVolcengine', 'again', false, 'unavailable', true],
  ['noConnection', 'again', false, 'unavailable', true],
  ['noAnswer', 'again', true, 'unavailable', true],
  ['tooLate', 'again', true, 'unavailable', true],
  ['existingUser', 'halve', false, 'rejected', false],
  ['missingUser', 'halve', false, 'rejected', false],
  ['rejectedUser', 'halve', false, 'rejected', false],
  ['rejectedRequest', 'halve', false, 'rejected', false],
  ['unknownKey', 'none', false, 'rejected', true],
  ['wrongClock', 'none', false, 'rejected', true],
  ['noPermission', 'none', false, 'rejected', true],
  ['unknownApp', 'none', false, 'rejected', true],
  ['foreignApp', 'none', false, 'rejected', true],
];

describe('a reply to the whole request', () => {
  test.each(consequences)('that means %s', (meaning, next, isUncertain, kind, retryable) => {
    const verdicts = judgeAll({ ...failureOf(meaning), retryAfterMs: 3000 });
    expect(verdicts).toStrictEqual(
      ['1', '2'].map((userId) => ({
        outcome: {
          userId,
          code: 'Odd',
          message: inOneText(describeError(errorOf(meaning), info, subjectOf(registerUsers))),
          kind,
          retryable,
          attempts: 1,
          requestId: 'r1',
          httpStatus: 400,
        },
        next,
        isUncertain,
        retryAfterMs: 3000,
        isThrottledWhole: meaning === 'throttled',
      })),
    );
  });

  test('that names nobody as failed is a success of all', () => {
    expect(judgeAll(resultOf({}))).toStrictEqual(
      ['1', '2'].map((userId) => ({
        outcome: { userId, requestId: 'r1', attempts: 1 },
        next: 'none',
        isUncertain: false,
        retryAfterMs: 0,
        isThrottledWhole: false,
      })),
    );
  });

  test('does not ask for time where it does not say so', () => {
    expect(judgeAll(failureOf('throttled')).map(({ retryAfterMs }) => retryAfterMs)).toEqual([0, 0]);
  });

  test('names the status where it names no code', () => {
    const reply: Reply = {
      kind: 'failure',
      httpStatus: 502,
      error: { meaning: 'transient', message: 'said' },
    };
    expect(judgeAll(reply)[0]?.outcome).toMatchObject({ code: 'HTTP502', httpStatus: 502 });
  });

  test('that says that the user exists is a refusal of the user where it is alone', () => {
    expect(judgeAll(failureOf('existingUser'), [first]).map(gist)).toEqual([
      { kind: 'rejected', retryable: false, code: 'Odd', attempts: 1, next: 'none', isUncertain: false },
    ]);
  });

  test.each<[who: string, one: PendingEntry, alreadySo: Rules['alreadySo'], attempts: number]>([
    ['is a success where existing users shall be', first, 'succeed', 1],
    ['is a success where an earlier request may have registered it', uncertain, 'fail', 2],
  ])('that says that the user exists %s', (_who, one, alreadySo, attempts) => {
    expect(judgeAll(failureOf('existingUser', 'UserHasRegistered'), [one], { alreadySo })).toStrictEqual([
      {
        outcome: { userId: '1', requestId: 'r1', attempts, code: 'UserHasRegistered' },
        next: 'none',
        isUncertain: false,
        retryAfterMs: 0,
        isThrottledWhole: false,
      },
    ]);
  });

  test('that says that one of several users exists has to be halved, whatever existing users shall be', () => {
    const verdicts = judgeAll(failureOf('existingUser'), pendingOf(2), { alreadySo: 'succeed' });
    expect(verdicts.map(({ next }) => next)).toEqual(['halve', 'halve']);
  });
});

describe('a user that the result names', () => {
  test.each<[Meaning, ...Gist]>([
    ['throttled', 'again', false, 'throttled', true],
    ['userTooFrequent', 'again', false, 'throttled', true],
    ['transient', 'again', true, 'unavailable', true],
    ['rejectedUser', 'none', false, 'rejected', false],
    ['existingUser', 'none', false, 'rejected', false],
  ])('with %s fails alone', (meaning, next, isUncertain, kind, retryable) => {
    const verdicts = judgeAll(resultOf({ '2': meaning }));
    expect(gist(verdicts[0]!)).toEqual({ attempts: 1, next: 'none', isUncertain: false });
    expect(gist(verdicts[1]!)).toEqual({ code: 'Odd', attempts: 1, kind, retryable, next, isUncertain });
    // A throttled user among others uses up an attempt.
    expect(verdicts.map(({ isThrottledWhole }) => isThrottledWhole)).toEqual([false, false]);
  });

  test('as registered already succeeds where existing users shall, and no other user with it', () => {
    const verdicts = judgeAll(resultOf({ '1': 'rejectedUser', '2': 'existingUser' }), pendingOf(2), {
      alreadySo: 'succeed',
    });
    expect(verdicts[0]?.outcome).toMatchObject({ kind: 'rejected' });
    expect(verdicts[1]?.outcome).toStrictEqual({ userId: '2', requestId: 'r1', attempts: 1, code: 'Odd' });
  });

  test('as registered already succeeds after an attempt of unknown fate', () => {
    expect(judgeAll(resultOf({ '1': 'existingUser' }), [uncertain])[0]?.outcome).toStrictEqual({
      userId: '1',
      requestId: 'r1',
      attempts: 2,
      code: 'Odd',
    });
  });
});

test.each(['transient', 'invalidResult', 'foreignPage', 'noAnswer', 'tooLate'] as const)(
  'a first attempt of unknown fate (%s) speaks of no earlier one',
  (meaning) => {
    expect(messageOf(judgeAll(failureOf(meaning), [first])[0]!)).not.toContain('earlier');
  },
);

describe('after an attempt of unknown fate', () => {
  test.each<[Meaning, Verdict['next']]>([
    ['throttled', 'again'],
    ['rejectedRequest', 'halve'],
    ['unknownKey', 'none'],
  ])('%s does not hide that the user may be registered', (meaning, next) => {
    const [verdict] = judgeAll(failureOf(meaning), [uncertain]);
    expect(gist(verdict!)).toEqual({
      code: 'Odd',
      kind: 'unavailable',
      retryable: true,
      next,
      isUncertain: true,
      attempts: 2,
    });
    expect(messageOf(verdict!)).toMatch(
      /An earlier attempt may have succeeded, so the user may have been processed\.$/,
    );
  });

  test('a failure that leaves the fate open itself needs no more words', () => {
    const [verdict] = judgeAll(failureOf('noAnswer'), [uncertain]);
    expect(gist(verdict!)).toMatchObject({ kind: 'unavailable', isUncertain: true, attempts: 2 });
    expect(messageOf(verdict!)).not.toContain('earlier');
  });

  test('a connection that never stood leaves the doubt as it is', () => {
    const [verdict] = judgeAll(failureOf('noConnection'), [uncertain]);
    expect(gist(verdict!)).toMatchObject({ kind: 'unavailable', isUncertain: true, attempts: 2 });
  });

  test.each<[what: string, reply: Reply]>([
    ['a run that stops', { kind: 'stopped' }],
    ['a request that cannot be sent', failureOf('unsendable')],
  ])('%s leaves the user as unknown, not as not sent', (_what, reply) => {
    expect(judgeAll(reply, [uncertain])).toStrictEqual([
      { outcome: last, next: 'none', isUncertain: true, retryAfterMs: 0, isThrottledWhole: false },
    ]);
  });
});

describe('a user that was never sent', () => {
  const notSent = (message: string) => [
    {
      outcome: { userId: '1', code: 'NotSent', message, kind: 'notSent', retryable: true, attempts: 0 },
      next: 'none',
      isUncertain: false,
      retryAfterMs: 0,
      isThrottledWhole: false,
    },
  ];

  test('says why the run stopped', () => {
    expect(judgeAll({ kind: 'stopped' }, [first])).toStrictEqual(
      notSent('Not sent, because the run stopped (InvalidAccessKey): the key is wrong'),
    );
  });

  test('says why its request cannot be sent', () => {
    expect(judgeAll(failureOf('unsendable', 'CannotSend'), [first])).toStrictEqual(
      notSent('Not sent, because the run stopped (CannotSend): said'),
    );
  });

  test('keeps the requests that have carried it before', () => {
    const refused = { ...first, requestsSoFar: 2 };
    expect(judgeAll({ kind: 'stopped' }, [refused])[0]?.outcome).toMatchObject({
      kind: 'notSent',
      attempts: 2,
    });
  });
});

test('a success keeps its code, where it has one', () => {
  expect(succeeded(uncertain, { requestId: 'r2' }, { code: 'Validated' }).outcome).toStrictEqual({
    userId: '1',
    requestId: 'r2',
    attempts: 2,
    code: 'Validated',
  });
});

describe('what cannot go on', () => {
  test.each<[Meaning, 'run' | 'app']>([
    ['unknownKey', 'run'],
    ['wrongSecret', 'run'],
    ['wrongScope', 'run'],
    ['wrongToken', 'run'],
    ['wrongClock', 'run'],
    ['noPermission', 'run'],
    ['noSuchApi', 'run'],
    ['unsendable', 'run'],
    ['unknownApp', 'app'],
    ['disabledApp', 'app'],
    ['foreignApp', 'app'],
  ])('after %s is the %s', (meaning, ends) => {
    expect(stopReasonOf(failureOf(meaning))).toStrictEqual({
      ends,
      code: 'Odd',
      ...describeError(errorOf(meaning), info),
      httpStatus: 400,
    });
  });

  test('has no status where none came', () => {
    expect(stopReasonOf({ kind: 'failure', error: errorOf('unsendable') })).toStrictEqual({
      ends: 'run',
      code: 'Odd',
      message: 'said',
    });
  });

  test.each<[what: string, reply: Reply]>([
    ['throttling', failureOf('throttled')],
    ['a refusal for the content', failureOf('rejectedRequest')],
    ['a failing service', failureOf('transient')],
    ['a page of a proxy', failureOf('notVolcengine')],
    ['a result', resultOf({ '1': 'unknownApp' })],
    ['a request that was not sent', { kind: 'stopped' }],
  ])('is nothing after %s', (_what, reply) => {
    expect(stopReasonOf(reply)).toBeUndefined();
  });
});

describe('of users that are read', () => {
  const reading = { operation: getUsers };
  const rows = (named: Array<[string, RowResult]>): Reply => ({
    kind: 'result',
    httpStatus: 200,
    requestId: 'r1',
    rows: new Map(named),
  });

  test('those that are found have their data', () => {
    const [verdict] = judgeAll(rows([['1', { data: { user: { userId: '1' } } }]]), [first], reading);
    expect(verdict?.outcome).toStrictEqual({
      userId: '1',
      requestId: 'r1',
      attempts: 1,
      user: { userId: '1' },
    });
  });

  test('those that are not found are refused', () => {
    const [verdict] = judgeAll(rows([['1', { error: errorOf('missingUser') }]]), [first], reading);
    expect(gist(verdict!)).toEqual({
      kind: 'rejected',
      retryable: false,
      code: 'Odd',
      attempts: 1,
      next: 'none',
      isUncertain: false,
    });
  });

  test('those of which the result says nothing are asked for again, and nothing is in doubt', () => {
    const [verdict] = judgeAll(rows([]), [first], reading);
    expect(gist(verdict!)).toEqual({
      kind: 'unavailable',
      retryable: true,
      code: 'InvalidReply',
      attempts: 1,
      next: 'again',
      isUncertain: false,
    });
  });

  test('a read that fails leaves nothing to doubt', () => {
    expect(judgeAll(failureOf('noAnswer'), [first], reading).map(gist)).toMatchObject([
      { kind: 'unavailable', next: 'again', isUncertain: false },
    ]);
  });
});

describe('where another operation follows for those who exist', () => {
  const ofExisting = (one: PendingEntry): Verdict => {
    const changes = { operation: registerOrUpdateUsers };
    return judgeAll(resultOf({ 1: 'existingUser' }), [one], changes)[0] as Verdict;
  };
  const withRow: PendingEntry = { ...first, entry: { ...first.entry, followUp: '{"UserId":1}' } };

  test('a row that has something for it goes on', () => {
    const { outcome, ...verdict } = ofExisting(withRow);
    expect(outcome).toStrictEqual({ userId: '1', requestId: 'r1', attempts: 1 });
    expect(verdict).toMatchObject({ next: 'follow', isUncertain: false });
  });

  test('the doubt of an attempt of unknown fate goes on with it', () => {
    const { outcome, ...verdict } = ofExisting({ ...uncertain, entry: withRow.entry });
    expect(outcome).toStrictEqual({ ...last, attempts: 2, requestId: 'r1', httpStatus: 200 });
    expect(verdict).toMatchObject({ next: 'follow', isUncertain: true });
  });

  test('a row that has nothing for it is unchanged', () => {
    const { outcome, next } = ofExisting(first);
    expect(outcome).toEqual({ userId: '1', requestId: 'r1', attempts: 1, code: 'Odd', action: 'unchanged' });
    expect(next).toBe('none');
  });

  test('who registered it is not told after an attempt of unknown fate', () => {
    const { outcome } = ofExisting({ ...first, isUncertain: true });
    expect(outcome).toStrictEqual({ userId: '1', requestId: 'r1', attempts: 1, code: 'Odd' });
  });

  test('rows that are not named are registered, each with data of its own', () => {
    const [one, other] = judgeAll(resultOf({}), pendingOf(2), { operation: registerOrUpdateUsers });
    expect(one?.outcome).toMatchObject({ userId: '1', action: 'registered' });
    expect(other?.outcome).toMatchObject({ userId: '2', action: 'registered' });
  });
});

describe('what works once', () => {
  const broadcast: PendingEntry = { ...first, entry: { itemIndex: 0, group: first.entry.group } };
  const ofBroadcast = (reply: Reply) =>
    judgeAll(reply, [broadcast], { operation: sendBroadcast })[0] as Verdict;

  test('is told of in its own words', () => {
    expect(messageOf(ofBroadcast(failureOf('noAnswer')))).toMatch(/The broadcast may have gone out/);
    expect(messageOf(ofBroadcast(failureOf('throttled')))).toMatch(/run these broadcasts again/i);
  });

  test('is done where the service says no more', () => {
    expect(gist(ofBroadcast(resultOf({})))).toEqual({ attempts: 1, next: 'none', isUncertain: false });
  });

  test.each<Meaning>(['noAnswer', 'transient', 'foreignPage', 'tooLate', 'invalidResult'])(
    'is never sent again where it may have worked: %s',
    (meaning) => {
      expect(gist(ofBroadcast(failureOf(meaning)))).toMatchObject({
        kind: 'unavailable',
        retryable: false,
        next: 'none',
        isUncertain: true,
      });
    },
  );

  test.each<Meaning>(['throttled', 'unprocessed', 'noConnection'])(
    'is sent again where it certainly has not: %s',
    (meaning) => {
      expect(gist(ofBroadcast(failureOf(meaning)))).toMatchObject({
        retryable: true,
        next: 'again',
        isUncertain: false,
      });
    },
  );
});
