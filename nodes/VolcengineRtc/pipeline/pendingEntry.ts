import type { Entry } from './entry';
import type { Failure, Outcome } from './outcome';

/** An entry about to be sent, with what earlier requests have left behind. */
export interface PendingEntry {
  entry: Entry;
  /** Requests that have carried the entry so far. */
  requestsSoFar: number;
  /** Whether one of them may have been carried out although it failed. */
  isUncertain: boolean;
  /** What to report if the next request is never sent. */
  last?: Failure;
}

/** What a request has led to for one entry. */
export interface Verdict {
  outcome: Outcome;
  /**
   * The next step: none, the same once more, smaller requests as this one was refused as a whole, or the operation that
   * follows.
   */
  next: 'none' | 'again' | 'halve' | 'follow';
  /** Whether this request or an earlier one may have been carried out although it failed. */
  isUncertain: boolean;
  /** How long the service asks to wait before the next request. */
  retryAfterMs: number;
  /** Whether the request was throttled as a whole, which uses up no attempt. */
  isThrottledWhole: boolean;
}

/** Sends entries of one group in one request and judges the reply, one verdict for each. Policies wrap one in another. */
export type SendBatch = (pending: readonly PendingEntry[]) => Promise<Verdict[]>;

/**
 * An entry that has not been sent yet.
 *
 * @param doubt what an earlier run has left that may have processed the user
 */
export function pendingEntry(entry: Entry, doubt?: Failure): PendingEntry {
  const fresh = { entry, requestsSoFar: 0, isUncertain: doubt !== undefined };
  return doubt === undefined ? fresh : { ...fresh, last: doubt };
}

/** The entry after a verdict that asks for another request. */
export function pendingAfter({ entry }: PendingEntry, { outcome, isUncertain, next }: Verdict): PendingEntry {
  // A refused request changed nothing. If the entry is not sent again, it is reported as not sent.
  const isWorthReporting = next === 'again' || isUncertain;
  return {
    entry,
    requestsSoFar: outcome.attempts,
    isUncertain,
    ...(isWorthReporting && { last: outcome as Failure }),
  };
}

/** Positions of the verdicts that ask for something. */
export function positionsOf(verdicts: readonly Verdict[], next: Verdict['next']): number[] {
  const positions: number[] = [];
  verdicts.forEach((verdict, position) => {
    if (verdict.next === next) positions.push(position);
  });
  return positions;
}
