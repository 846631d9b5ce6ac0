import { consequenceOf } from '../../transport/meanings';
import { invalidResult } from '../../transport/http/readReply';
import type { ApiError, Reply, ReplyInfo } from '../../transport/send';
import { codeOf, describeError, inDoubt } from './messages';
import { type Failure, notSent } from '../outcome';
import type { PendingEntry, Verdict } from '../pendingEntry';
import type { StopReason } from '../sending/StopSignals';

/** What `UserHasRegistered` means to the user of the node. */
export type ExistingUsers = 'fail' | 'succeed';

/** What judging takes besides the reply. */
export interface Rules {
  existingUsers: ExistingUsers;
  /** Why users are not sent any more, for those that were not. */
  stopReason(): StopReason;
}

/**
 * Judges the reply to a request: a verdict for each entry, in order. The reply says what its errors mean, and the
 * table of consequences what follows.
 */
export function judge(reply: Reply, pending: readonly PendingEntry[], rules: Rules): Verdict[] {
  switch (reply.kind) {
    case 'stopped':
      return pending.map((one) => neverSent(one, rules.stopReason()));
    case 'failure':
      return judgeFailure(reply, pending, rules);
    case 'result': {
      const ids = new Set(pending.map(({ entry }) => entry.userId));
      const isKnown = [...reply.failed.keys()].every((id) => ids.has(id));
      if (!isKnown) return judge(invalidResult(reply), pending, rules);
      return pending.map((one) => {
        const error = reply.failed.get(one.entry.userId);
        return error === undefined ? succeeded(one, reply) : judgeUser(one, error, reply, rules);
      });
    }
  }
}

/** Why nothing more can be sent after a reply, to the whole service or for its app; undefined where something can. */
export function stopReasonOf(reply: Reply): (StopReason & { ends: 'run' | 'app' }) | undefined {
  const ends = reply.kind === 'failure' ? consequenceOf(reply.error.meaning).ends : undefined;
  if (reply.kind !== 'failure' || ends === undefined) return undefined;
  const { error, httpStatus } = reply;
  const status = httpStatus === undefined ? {} : { httpStatus };
  return { ends, code: codeOf(error, reply), message: describeError(error, reply), ...status };
}

function judgeFailure(
  reply: Extract<Reply, { kind: 'failure' }>,
  pending: readonly PendingEntry[],
  rules: Rules,
): Verdict[] {
  const { error } = reply;
  const stop = stopReasonOf(reply);
  // Such a request was not sent, so what the one before it has led to still holds.
  if (error.meaning === 'unsendable' && stop !== undefined) return pending.map((one) => neverSent(one, stop));
  const isAlone = pending.length === 1;
  return pending.map((one) =>
    isAlone && error.meaning === 'existingUser'
      ? judgeUser(one, error, reply, rules)
      : {
          ...failed(one, error, reply, consequenceOf(error.meaning).next),
          isThrottledWhole: error.meaning === 'throttled',
        },
  );
}

/** Judges what a result says of one user. After a request of unknown fate, it was that one that registered the user. */
function judgeUser(one: PendingEntry, error: ApiError, info: ReplyInfo, { existingUsers }: Rules): Verdict {
  const { meaning } = error;
  const isDone = meaning === 'existingUser' && (existingUsers === 'succeed' || one.isUncertain);
  if (isDone) return succeeded(one, info, codeOf(error, info));
  const isAgain = consequenceOf(meaning).next === 'again';
  return failed(one, error, info, isAgain ? 'again' : 'none');
}

/** The user has been processed. */
export function succeeded(
  { entry, requestsSoFar }: PendingEntry,
  { requestId }: ReplyInfo,
  code?: string,
): Verdict {
  const outcome = { userId: entry.userId, requestId, attempts: requestsSoFar + 1, code };
  return { outcome, next: 'none', isUncertain: false, retryAfterMs: 0, isThrottledWhole: false };
}

/** The request was not sent; what the one before it has led to still holds. */
export function neverSent(
  { entry, requestsSoFar, isUncertain, last }: PendingEntry,
  reason: StopReason,
): Verdict {
  const outcome = last ?? { userId: entry.userId, ...notSent(reason), attempts: requestsSoFar };
  return { outcome, next: 'none', isUncertain, retryAfterMs: 0, isThrottledWhole: false };
}

function failed(one: PendingEntry, error: ApiError, info: ReplyInfo, next: Verdict['next']): Verdict {
  const { kind, mayBeDone, retryable } = consequenceOf(error.meaning);
  const { entry, requestsSoFar } = one;
  const failure: Failure = {
    userId: entry.userId,
    code: codeOf(error, info),
    message: describeError(error, info),
    kind,
    retryable,
    attempts: requestsSoFar + 1,
    requestId: info.requestId,
    httpStatus: info.httpStatus,
  };
  return {
    // An earlier request that may have been carried out leaves the fate unknown, whatever this one says.
    outcome: one.isUncertain && kind !== 'unavailable' ? inDoubt(failure) : failure,
    next,
    isUncertain: one.isUncertain || mayBeDone,
    retryAfterMs: info.retryAfterMs ?? 0,
    isThrottledWhole: false,
  };
}
