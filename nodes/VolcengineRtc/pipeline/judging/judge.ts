import { deepCopy, type IDataObject } from 'n8n-workflow';
import type { Operation } from '../../operations/operation';
import { inOneText } from '../../transport/explanation';
import { consequenceOf } from '../../transport/meanings';
import type { ApiError, Reply, ReplyInfo, RowResult } from '../../transport/send';
import { codeOf, describeError, inDoubt } from './messages';
import { type Failure, notSent } from '../outcome';
import type { PendingEntry, Verdict } from '../pendingEntry';
import { type Subject, subjectOf, users } from './terms';
import type { StopReason } from '../stopReason';

/** What it means to the user of the node that a user of the service is as wanted already. */
export type AlreadySo = 'fail' | 'succeed';

/** What judging takes besides the reply. */
export interface Rules {
  operation: Operation;
  alreadySo: AlreadySo;
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
    case 'result':
      return pending.map((one) => judgeRow(one, reply, rules));
  }
}

/** Why nothing more can be sent after a reply, to the whole service or for its app; undefined where something can. */
export function stopReasonOf(
  reply: Reply,
  subject: Subject = users,
): (StopReason & { ends: 'run' | 'app' }) | undefined {
  const ends = reply.kind === 'failure' ? consequenceOf(reply.error.meaning).ends : undefined;
  if (reply.kind !== 'failure' || ends === undefined) return undefined;
  const { error, httpStatus } = reply;
  const status = httpStatus === undefined ? {} : { httpStatus };
  return { ends, code: codeOf(error, reply), ...describeError(error, reply, subject), ...status };
}

function judgeFailure(
  reply: Extract<Reply, { kind: 'failure' }>,
  pending: readonly PendingEntry[],
  rules: Rules,
): Verdict[] {
  const { error } = reply;
  const stop = stopReasonOf(reply, subjectOf(rules.operation));
  // Such a request was not sent, so what the one before it has led to still holds.
  if (error.meaning === 'unsendable' && stop !== undefined) return pending.map((one) => neverSent(one, stop));
  // What a user is, or is not, says nothing of the next request.
  const isUsersOwn = pending.length === 1 && consequenceOf(error.meaning).isAboutUser === true;
  return pending.map((one) =>
    isUsersOwn
      ? judgeUser(one, error, reply, rules)
      : {
          ...failed(one, error, reply, consequenceOf(error.meaning).next, rules),
          isThrottledWhole: error.meaning === 'throttled',
        },
  );
}

/** Judges what a result says of one row, or does not say. */
function judgeRow(one: PendingEntry, reply: Extract<Reply, { kind: 'result' }>, rules: Rules): Verdict {
  const row = reply.rows.get(one.entry.userId ?? '') ?? unnamedRow(rules.operation);
  return 'error' in row ? judgeUser(one, row.error, reply, rules) : succeeded(one, reply, row.data);
}

/** What a row is that the result does not name; each has data of its own. */
function unnamedRow({ unnamed = { error: notNamed } }: Operation): RowResult {
  return 'data' in unnamed ? deepCopy(unnamed) : unnamed;
}

const notNamed: ApiError = {
  meaning: 'invalidResult',
  code: 'InvalidReply',
  message: 'it says nothing of this user',
};

/** Judges the error of one user. If an earlier request of unknown fate may have done the work, "already so" is success. */
function judgeUser(one: PendingEntry, error: ApiError, info: ReplyInfo, rules: Rules): Verdict {
  const { meaning } = error;
  const { alreadySo } = rules.operation;
  if (meaning === alreadySo?.meaning) {
    if (alreadySo.then !== undefined) return judgeExisting(one, error, info);
    if (rules.alreadySo === 'succeed' || one.isUncertain) {
      return succeeded(one, info, { code: codeOf(error, info) });
    }
  }
  const isAgain = consequenceOf(meaning).next === 'again';
  return failed(one, error, info, isAgain ? 'again' : 'none', rules);
}

/**
 * Hands a user on that the service has already, where the row has something for it. Nobody can know whether an earlier
 * request of unknown fate registered it, so then nothing is said of that; the doubt goes on with the user.
 */
function judgeExisting(one: PendingEntry, error: ApiError, info: ReplyInfo): Verdict {
  if (one.entry.followUp !== undefined) {
    const { outcome, ...found } = succeeded(one, info);
    const { requestId, httpStatus } = info;
    const doubt = one.isUncertain ? { ...one.last, requestId, httpStatus } : {};
    return { ...found, outcome: { ...doubt, ...outcome }, next: 'follow', isUncertain: one.isUncertain };
  }
  const action = one.isUncertain ? {} : { action: 'unchanged' };
  return succeeded(one, info, { code: codeOf(error, info), ...action });
}

/**
 * The user has been processed.
 *
 * @param more what the outcome says besides
 */
export function succeeded(
  { entry, requestsSoFar }: PendingEntry,
  { requestId }: ReplyInfo,
  more: IDataObject = {},
): Verdict {
  const outcome = { userId: entry.userId, requestId, attempts: requestsSoFar + 1, ...more };
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

function failed(
  one: PendingEntry,
  error: ApiError,
  info: ReplyInfo,
  next: Verdict['next'],
  { operation }: Rules,
): Verdict {
  const { kind, mayBeDone, retryable } = consequenceOf(error.meaning);
  // What works once is not sent again where it may have worked.
  const isFinal = operation.effect === 'once' && mayBeDone;
  const { entry, requestsSoFar } = one;
  const failure: Failure = {
    userId: entry.userId,
    code: codeOf(error, info),
    message: inOneText(describeError(error, info, subjectOf(operation))),
    kind,
    retryable: retryable && !isFinal,
    attempts: requestsSoFar + 1,
    requestId: info.requestId,
    httpStatus: info.httpStatus,
  };
  return {
    // An earlier request that may have been carried out leaves the fate unknown, whatever this one says.
    outcome: one.isUncertain && kind !== 'unavailable' ? inDoubt(failure) : failure,
    next: isFinal ? 'none' : next,
    isUncertain: operation.effect !== 'reads' && (one.isUncertain || mayBeDone),
    retryAfterMs: info.retryAfterMs ?? 0,
    isThrottledWhole: false,
  };
}
