import type { Operation } from '../operations/operation';
import { meaningOfCode, meaningOfFailure } from '../transport/errorCodes';
import type { Answer, ApiError, Reply } from '../transport/send';
import type { Attempt, Verdict } from './attempt';
import { adviceFor, describeError, describeUnreachable, describeUnreadable } from './messages';
import { existing, failedForNow, neverSent, refused, succeeded } from './verdicts';

/** What `UserHasRegistered` means to the user of the node. */
export type ExistingUsers = 'fail' | 'succeed';

/** Something that no user of this key and app can get past. */
export interface FatalError {
  code: string;
  message: string;
  httpStatus?: number;
}

/** What judging takes besides the reply. */
export interface Rules {
  failedUsers: Operation['failedUsers'];
  existingUsers: ExistingUsers;
  /** Why the run has stopped, for what was not sent. */
  stopReason(): string;
}

/** What a reply came to: a verdict for each attempt, in order, and what stops the run, if anything. */
export interface Judgement {
  verdicts: Verdict[];
  fatal?: FatalError;
}

/**
 * Judges the reply to a request: HTTP status first, then the error of the request, then the users that its
 * result names as failed.
 */
export function judge(reply: Reply, attempts: readonly Attempt[], rules: Rules): Judgement {
  switch (reply.kind) {
    case 'stopped':
      return forAll(attempts, (attempt) => neverSent(attempt, rules.stopReason()));
    case 'unsendable':
      return {
        ...forAll(attempts, (attempt) => neverSent(attempt, reply.message)),
        fatal: { code: reply.code, message: reply.message },
      };
    case 'unreachable': {
      const failure = { code: reply.code, message: describeUnreachable(reply) };
      return forAll(attempts, (attempt) => failedForNow(attempt, 'unavailable', failure, reply));
    }
    case 'unreadable':
      return unreadable(reply, attempts);
    case 'answered':
      return reply.error === undefined
        ? judgeResult(reply, attempts, rules)
        : judgeRequestError(reply, reply.error, attempts, rules);
  }
}

function judgeResult(answer: Answer, attempts: readonly Attempt[], rules: Rules): Judgement {
  const failed = rules.failedUsers(answer.result);
  const ids = new Set(attempts.map(({ entry }) => entry.userId));
  if (failed === undefined || [...failed.keys()].some((id) => !ids.has(id))) {
    const reason = 'its list of failed users is not of the documented form';
    return unreadable({ ...answer, reason }, attempts);
  }
  return forAll(attempts, (attempt) => {
    const error = failed.get(attempt.entry.userId);
    return error === undefined
      ? succeeded(attempt, answer)
      : judgeUserError(attempt, answer, error, rules.existingUsers);
  });
}

function judgeUserError(
  attempt: Attempt,
  answer: Answer,
  error: Required<ApiError>,
  existingUsers: ExistingUsers,
): Verdict {
  const { meaning, advice } = meaningOfCode(error.code);
  const failure = { code: error.code, message: describeError(error, advice) };
  switch (meaning) {
    case 'existingUser':
      return existing(attempt, failure, answer, existingUsers === 'succeed');
    case 'throttled':
      return failedForNow(attempt, 'throttled', failure, answer);
    case 'transient':
      return failedForNow(attempt, 'unavailable', failure, { ...answer, mayHaveArrived: true });
    default:
      return refused(attempt, failure, answer, 'settled');
  }
}

function judgeRequestError(
  answer: Answer,
  error: ApiError,
  attempts: readonly Attempt[],
  { existingUsers }: Rules,
): Judgement {
  const { httpStatus, clockAheadMs } = answer;
  const { meaning, advice } = meaningOfFailure(httpStatus, error.code);
  const message = describeError(error, adviceFor(error, advice, clockAheadMs));
  const failure = { code: error.code ?? `HTTP${httpStatus}`, message };
  switch (meaning) {
    case 'throttled':
      return forAll(attempts, (attempt) => failedForNow(attempt, 'throttled', failure, answer));
    case 'transient': {
      const reply = { ...answer, mayHaveArrived: true };
      return forAll(attempts, (attempt) => failedForNow(attempt, 'unavailable', failure, reply));
    }
    case 'fatal': {
      const judgement = forAll(attempts, (attempt) => refused(attempt, failure, answer, 'settled'));
      return { ...judgement, fatal: { ...failure, httpStatus } };
    }
    default: {
      const isAlone = attempts.length === 1;
      return forAll(attempts, (attempt) =>
        meaning === 'existingUser' && isAlone
          ? existing(attempt, failure, answer, existingUsers === 'succeed')
          : refused(attempt, failure, answer, 'halve'),
      );
    }
  }
}

function unreadable(
  reply: { reason: string; httpStatus: number; requestId?: string },
  attempts: readonly Attempt[],
): Judgement {
  const failure = { code: 'InvalidReply', message: describeUnreadable(reply.reason) };
  return forAll(attempts, (attempt) =>
    failedForNow(attempt, 'unavailable', failure, { ...reply, mayHaveArrived: true }),
  );
}

function forAll(attempts: readonly Attempt[], verdict: (attempt: Attempt) => Verdict): Judgement {
  return { verdicts: attempts.map(verdict) };
}
