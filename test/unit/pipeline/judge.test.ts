import type { Attempt, Verdict } from '../../../nodes/VolcengineRtc/pipeline/attempt';
import { judge, type Rules } from '../../../nodes/VolcengineRtc/pipeline/judge';
import { describeUnreadable } from '../../../nodes/VolcengineRtc/pipeline/messages';
import { readFailedInfos } from '../../../nodes/VolcengineRtc/operations/failedInfos';
import type { Reply } from '../../../nodes/VolcengineRtc/transport/send';
import { attemptsOf } from './attempts';

const rules: Rules = {
  failedUsers: readFailedInfos,
  existingUsers: 'fail',
  stopReason: () => 'the key is wrong',
};

const judgeAll = (reply: Reply, attempts: readonly Attempt[] = attemptsOf(2), changes: Partial<Rules> = {}) =>
  judge(reply, attempts, { ...rules, ...changes });

/** What a verdict says, short. */
const gist = ({ outcome, next, isUncertain }: Verdict) => ({
  ...('kind' in outcome ? { kind: outcome.kind, retryable: outcome.retryable } : {}),
  ...(outcome.code !== undefined && { code: outcome.code }),
  attempts: outcome.attempts,
  next,
  isUncertain,
});

const refusedWith = (httpStatus: number, code?: string): Reply => ({
  kind: 'answered',
  httpStatus,
  requestId: 'r1',
  error: { code, message: 'said' },
});
const failedInfos = (...infos: unknown[]): Reply => ({
  kind: 'answered',
  httpStatus: 200,
  requestId: 'r1',
  result: { FailedInfos: infos },
});
const failed = (id: string, Code: string) => ({ UserId: id, Code, Message: 'said' });
const [first] = attemptsOf(1) as [Attempt];
const last = {
  userId: '1',
  code: 'ECONNRESET',
  message: 'reset',
  kind: 'unavailable',
  retryable: true,
  attempts: 1,
} as const;
const uncertain: Attempt = { ...first, attempts: 1, isUncertain: true, last };

describe('a reply to the whole request', () => {
  test.each([
    [
      'a full success',
      { kind: 'answered', httpStatus: 200, requestId: 'r1', result: {} },
      'settled',
      false,
      undefined,
    ],
    ['throttling', refusedWith(429), 'again', false, 'throttled'],
    ['throttling inside HTTP 200', refusedWith(200, 'RateLimitExceeded'), 'again', false, 'throttled'],
    ['a failing service', refusedWith(503), 'again', true, 'unavailable'],
    ['a refusal for the content', refusedWith(400, 'InvalidParam'), 'halve', false, 'rejected'],
    ['an unknown refusal', refusedWith(400, 'Unheard'), 'halve', false, 'rejected'],
    ['a refusal for existing users', refusedWith(400, 'UserHasRegistered'), 'halve', false, 'rejected'],
    ['a fatal refusal', refusedWith(401, 'InvalidAccessKey'), 'settled', false, 'rejected'],
    ['HTML', { kind: 'unreadable', httpStatus: 200, reason: 'HTML' }, 'again', true, 'unavailable'],
    [
      'a reset',
      { kind: 'unreachable', code: 'ECONNRESET', message: 'reset', mayHaveArrived: true },
      'again',
      true,
      'unavailable',
    ],
    [
      'a refused connection',
      { kind: 'unreachable', code: 'ECONNREFUSED', message: 'refused', mayHaveArrived: false },
      'again',
      false,
      'unavailable',
    ],
  ] as Array<[string, Reply, string, boolean, string | undefined]>)(
    '%s',
    (_, reply, next, isUncertain, kind) => {
      const { verdicts } = judgeAll(reply);
      expect(verdicts.map(({ outcome }) => outcome.userId)).toEqual(['1', '2']);
      for (const verdict of verdicts) {
        expect(gist(verdict)).toMatchObject({ next, isUncertain, attempts: 1, ...(kind && { kind }) });
        expect('kind' in verdict.outcome).toBe(kind !== undefined);
      }
    },
  );

  test('is fatal where no user can get past it', () => {
    expect(judgeAll(refusedWith(401, 'InvalidAccessKey')).fatal).toMatchObject({
      code: 'InvalidAccessKey',
      httpStatus: 401,
    });
    expect(judgeAll({ kind: 'unsendable', code: 'CannotSign', message: 'no key' }).fatal).toEqual({
      code: 'CannotSign',
      message: 'no key',
    });
    expect(judgeAll(refusedWith(400, 'InvalidParam')).fatal).toBeUndefined();
    expect(judgeAll(refusedWith(500)).fatal).toBeUndefined();
  });

  test('passes on how long to wait', () => {
    const reply = { ...refusedWith(429), retryAfterMs: 3000 } as Reply;
    expect(judgeAll(reply).verdicts[0]?.retryAfterMs).toBe(3000);
  });

  test('names the status where it names no error', () => {
    expect(judgeAll(refusedWith(502)).verdicts[0]?.outcome).toMatchObject({
      code: 'HTTP502',
      httpStatus: 502,
    });
  });

  test('tells how far the clock is off', () => {
    const reply = { ...refusedWith(400, 'InvalidTimestamp'), clockAheadMs: -3_600_000 } as Reply;
    expect(judgeAll(reply).fatal?.message).toMatch(/^The clock .* is 60 minutes behind Volcengine's\./);
    const ahead = { ...refusedWith(400, 'InvalidTimestamp'), clockAheadMs: 4 * 24 * 3_600_000 } as Reply;
    expect(judgeAll(ahead).fatal?.message).toMatch(/is 4 days ahead of Volcengine's\./);
    expect(judgeAll(refusedWith(400, 'InvalidTimestamp')).fatal?.message).toMatch(
      /off by more than 15 minutes/,
    );
  });
});

describe('a user that the result names', () => {
  test.each([
    ['RateLimitExceeded', { kind: 'throttled', retryable: true, next: 'again', isUncertain: false }],
    ['InternalError', { kind: 'unavailable', retryable: true, next: 'again', isUncertain: true }],
    ['UserNotFound', { kind: 'rejected', retryable: false, next: 'settled', isUncertain: false }],
    ['Unheard', { kind: 'rejected', retryable: false, next: 'settled', isUncertain: false }],
    ['NoAuth', { kind: 'rejected', retryable: false, next: 'settled', isUncertain: false }],
    ['UserHasRegistered', { kind: 'rejected', retryable: false, next: 'settled', isUncertain: false }],
  ])('with %s fails alone', (code, expected) => {
    const { verdicts, fatal } = judgeAll(failedInfos(failed('2', code)));
    expect(gist(verdicts[0]!)).toEqual({ attempts: 1, next: 'settled', isUncertain: false });
    expect(gist(verdicts[1]!)).toEqual({ code, attempts: 1, ...expected });
    expect(fatal).toBeUndefined();
  });

  test('as registered already succeeds where existing users shall', () => {
    const reply = failedInfos(failed('2', 'UserHasRegistered'));
    const { verdicts } = judgeAll(reply, attemptsOf(2), { existingUsers: 'succeed' });
    expect(verdicts[1]?.outcome).toEqual({
      userId: '2',
      requestId: 'r1',
      attempts: 1,
      code: 'UserHasRegistered',
    });
  });

  test('as registered already succeeds after an attempt of unknown fate', () => {
    const { verdicts } = judgeAll(failedInfos(failed('1', 'UserHasRegistered')), [uncertain]);
    expect(verdicts[0]?.outcome).toEqual({
      userId: '1',
      requestId: 'r1',
      attempts: 2,
      code: 'UserHasRegistered',
    });
  });

  test('as registered already in the error of a request of its own is judged the same', () => {
    expect(judgeAll(refusedWith(400, 'UserHasRegistered'), [first]).verdicts[0]).toMatchObject({
      next: 'settled',
      outcome: { kind: 'rejected', code: 'UserHasRegistered' },
    });
    expect(
      judgeAll(refusedWith(400, 'UserHasRegistered'), [uncertain]).verdicts[0]?.outcome,
    ).not.toHaveProperty('kind');
  });

  test.each([
    ['an id that was not sent', failedInfos(failed('9', 'Odd'))],
    ['no list', { kind: 'answered', httpStatus: 200, result: { FailedInfos: 'none' } }],
    ['an entry without a code', failedInfos({ UserId: '1' })],
    ['a result that is text', { kind: 'answered', httpStatus: 200, result: 'ok' }],
  ] as Array<[string, Reply]>)('%s makes the whole answer count for nothing', (_, reply) => {
    for (const [position, verdict] of judgeAll({ requestId: 'r1', ...reply } as Reply).verdicts.entries()) {
      expect(verdict).toMatchObject({ next: 'again', isUncertain: true });
      expect(verdict.outcome).toEqual({
        userId: String(position + 1),
        code: 'InvalidReply',
        message: describeUnreadable('its list of failed users is not of the documented form'),
        kind: 'unavailable',
        retryable: true,
        attempts: 1,
        requestId: 'r1',
        httpStatus: 200,
      });
    }
  });
});

describe('a first attempt of unknown fate', () => {
  test.each<[string, Reply]>([
    ['a failing service', refusedWith(503)],
    ['a user that fails for the moment', failedInfos(failed('1', 'InternalError'))],
    ['HTML', { kind: 'unreadable', httpStatus: 200, reason: 'HTML' }],
    ['a reset', { kind: 'unreachable', code: 'ECONNRESET', message: 'reset', mayHaveArrived: true }],
  ])('with %s speaks of no earlier one', (_, reply) => {
    const [verdict] = judgeAll(reply, [first]).verdicts;
    expect(verdict?.outcome).toMatchObject({ kind: 'unavailable', retryable: true });
    expect((verdict?.outcome as { message: string }).message).not.toContain('earlier');
  });
});

describe('after an attempt of unknown fate', () => {
  test.each([
    ['throttling', refusedWith(429), 'again'],
    ['a refusal for the content', refusedWith(400, 'InvalidParam'), 'halve'],
    ['a fatal refusal', refusedWith(401, 'InvalidAccessKey'), 'settled'],
  ] as const)('%s does not hide that the user may be registered', (_, reply, next) => {
    const [verdict] = judgeAll(reply, [uncertain]).verdicts;
    expect(gist(verdict!)).toMatchObject({
      kind: 'unavailable',
      retryable: true,
      next,
      isUncertain: true,
      attempts: 2,
    });
    expect((verdict?.outcome as { message: string }).message).toMatch(
      /may have been processed all the same\.$/,
    );
  });

  test('a run that stops leaves the user as unknown, not as not sent', () => {
    expect(judgeAll({ kind: 'stopped' }, [uncertain]).verdicts[0]?.outcome).toBe(last);
  });
});

test('what was never sent says why the run stopped', () => {
  expect(judgeAll({ kind: 'stopped' }, [first]).verdicts).toEqual([
    {
      outcome: {
        userId: '1',
        code: 'NotSent',
        message: 'Not sent, because the run stopped: the key is wrong',
        kind: 'notSent',
        retryable: true,
        attempts: 0,
      },
      next: 'settled',
      isUncertain: false,
      retryAfterMs: 0,
    },
  ]);
});
