import type { Operation } from '../operations/operation';
import { meaningOf, meaningOfStatus } from '../transport/errorCodes';
import type { ApiError, Reply, Send } from '../transport/send';
import type { Batch } from './batches';
import type { Failure, FailureKind, Outcome } from './outcome';

/** What `UserHasRegistered` means to the user of the node. */
export type ExistingUsers = 'fail' | 'succeed';

/** Something that no user of this key and app can get past. */
export interface FatalError {
  code: string;
  message: string;
  httpStatus?: number;
}

/** What became of a batch: an outcome for each entry, and what stops the run, if anything. */
export interface Settlement {
  outcomes: Outcome[];
  fatal?: FatalError;
}

/** Sends a batch and judges the reply. */
export async function settleBatch(
  { appId, entries }: Batch,
  { api, toBody, failedUsers }: Operation,
  send: Send,
  existingUsers: ExistingUsers,
  signal: AbortSignal,
): Promise<Settlement> {
  const body = toBody(
    appId,
    entries.map(({ json }) => json),
  );
  const reply = await send({ ...api, body }, signal);
  const ids = entries.map(({ userId }) => userId);
  const refusal = judgeRequest(reply);
  if (refusal !== undefined) {
    return { outcomes: ids.map((userId) => ({ userId, ...refusal.failure })), fatal: refusal.fatal };
  }
  const { result, requestId, httpStatus } = reply as Extract<Reply, { kind: 'answered' }>;
  const failed = failedUsers(result);
  if (failed === undefined || [...failed.keys()].some((id) => !ids.includes(id))) {
    const reason = 'its list of failed users is not of the documented form';
    return { outcomes: ids.map((userId) => ({ userId, ...unreadable(reason, httpStatus), requestId })) };
  }
  return {
    outcomes: ids.map((userId) => {
      const error = failed.get(userId);
      if (error === undefined) return { userId, requestId, attempts: 1 };
      return judgeUser(userId, error, existingUsers, { requestId, httpStatus });
    }),
  };
}

interface Refusal {
  failure: Failure;
  fatal?: FatalError;
}

/** Judges a reply as a whole; undefined where it has a result to look into. */
function judgeRequest(reply: Reply): Refusal | undefined {
  switch (reply.kind) {
    case 'unsent':
      return {
        failure: { ...failureOf('notSent', 'CannotSign', reply.message), attempts: 0 },
        fatal: { code: 'CannotSign', message: reply.message },
      };
    case 'unreachable':
      return { failure: failureOf('unavailable', reply.code, unreachableMessage(reply.code, reply.message)) };
    case 'unreadable':
      return { failure: unreadable(reply.reason, reply.httpStatus) };
    case 'answered':
      return reply.error === undefined ? undefined : judgeError(reply.error, reply);
  }
}

function judgeError(error: ApiError, reply: { httpStatus: number; requestId?: string }): Refusal {
  const { httpStatus, requestId } = reply;
  const isNamed = !/^HTTP\d+$/.test(error.code);
  const { meaning, advice } = isNamed ? meaningOf(error.code) : meaningOfStatus(httpStatus);
  const message = describe(error, advice);
  const failure = { ...failureOf(kinds[meaning], error.code, message), requestId, httpStatus };
  return { failure, fatal: meaning === 'fatal' ? { code: error.code, message, httpStatus } : undefined };
}

function judgeUser(
  userId: string,
  error: ApiError,
  existingUsers: ExistingUsers,
  reply: { httpStatus: number; requestId?: string },
): Outcome {
  const { requestId } = reply;
  const { meaning } = meaningOf(error.code);
  if (meaning === 'existingUser' && existingUsers === 'succeed') {
    return { userId, requestId, attempts: 1, code: error.code };
  }
  return { userId, ...judgeError(error, reply).failure };
}

const kinds = {
  throttled: 'throttled',
  transient: 'unavailable',
  existingUser: 'rejected',
  rejected: 'rejected',
  fatal: 'rejected',
} as const satisfies Record<string, FailureKind>;

function failureOf(kind: FailureKind, code: string, message: string): Failure {
  return { code, message, kind, retryable: kind !== 'rejected', attempts: 1 };
}

function unreadable(reason: string, httpStatus: number): Failure {
  const message = `The answer could not be understood: ${reason}. Whether the user was processed is not known. Check the Endpoint of the credential and any proxy, then run this user again.`;
  return { ...failureOf('unavailable', 'InvalidReply', message), httpStatus };
}

function unreachableMessage(code: string, message: string): string {
  return `No answer from the service (${code}: ${message}). Whether the user was processed is not known. Check the network, then run this user again.`;
}

function describe({ code, message }: ApiError, advice: string | undefined): string {
  if (advice === undefined) return `Volcengine refused it with ${code}${message === '' ? '' : `: ${message}`}`;
  return message === '' ? advice : `${advice} Volcengine said: ${message}`;
}
