import { type Explanation, inOneText } from '../transport/explanation';
import type { StopReason } from './stopReason';

/** Why a user is on Failed. */
export type FailureKind =
  /** The item could not become a user; it was never sent. */
  | 'validation'
  /** The service refused the user or its request. */
  | 'rejected'
  /** The account's limit stood in the way. */
  | 'throttled'
  /** Network, timeout or a failing service; the user may have been processed all the same. */
  | 'unavailable'
  /** The run stopped before this user's turn. */
  | 'notSent';

/** What an item on Success carries. */
export interface Success {
  userId?: string;
  requestId?: string;
  /** Requests that carried the user; 0 when nothing was to be sent. */
  attempts: number;
  /** Set where it was not a plain success. */
  code?: string;
}

/** What an item on Failed carries. */
export interface Failure {
  userId?: string;
  code: string;
  /** What happened and, where something can be done, what to do. */
  message: string;
  kind: FailureKind;
  /** Whether the same item may succeed in a later run. */
  retryable: boolean;
  attempts: number;
  requestId?: string;
  httpStatus?: number;
}

/** What became of an item. */
export type Outcome = Success | Failure;

/** Tells the two groups apart. */
export function isFailure(outcome: Outcome): outcome is Failure {
  return 'kind' in outcome;
}

/** An item that cannot become a user, with all its problems. */
export function invalid(problems: readonly string[], code = 'InvalidUser'): Failure {
  const message = problems.map((problem) => `${problem}.`).join(' ');
  return { code, message, kind: 'validation', retryable: false, attempts: 0 };
}

/** A later item with the id of an earlier one, which says something else in some columns. */
export function duplicate(userId: string, firstItemIndex: number, differing: readonly string[]): Failure {
  return {
    userId,
    code: 'DuplicateUserId',
    message: `Item ${firstItemIndex} has the same UserId ${userId} and differs in ${differing.join(', ')}, so only that one was used. Keep one of the two.`,
    kind: 'validation',
    retryable: false,
    attempts: 0,
  };
}

/** An item whose turn never came. */
export function notSent(reason: StopReason): Failure {
  const { code, appId } = reason;
  const what = appId === undefined ? 'the run stopped' : `nothing can be sent for the app ${appId}`;
  return {
    code: 'NotSent',
    message: `Not sent, because ${what} (${code}): ${inOneText(reason)}`,
    kind: 'notSent',
    retryable: true,
    attempts: 0,
  };
}

/** An item of a run that cannot begin. */
export function cannotBeSent(why: Explanation): Failure {
  return {
    code: 'CannotBegin',
    message: `Not sent, because the run cannot begin: ${inOneText(why)}`,
    kind: 'notSent',
    retryable: true,
    attempts: 0,
  };
}

/** The outcome as it is put into an item: `success` comes first, and members that are not set are left out. */
export function asSeen(outcome: Outcome): Outcome {
  const seen: Record<string, unknown> = { success: !isFailure(outcome) };
  for (const name of Object.keys(outcome) as Array<keyof Outcome>) {
    if (outcome[name] !== undefined) seen[name] = outcome[name];
  }
  return seen as unknown as Outcome;
}
