import type { Failure, Outcome } from './outcome';
import type { Entry } from './readEntry';

/** An entry about to be sent, with what earlier attempts have left behind. */
export interface Attempt {
  entry: Entry;
  /** Requests that have carried the entry so far. */
  attempts: number;
  /** Whether one of them may have been carried out although it failed. */
  isUncertain: boolean;
  /** What to report if this attempt is never made. */
  last?: Failure;
}

/** What an attempt came to for one entry. */
export interface Verdict {
  outcome: Outcome;
  /**
   * What could mend it: nothing (it is settled), the same once more, or, as the request was refused as a whole,
   * smaller requests.
   */
  next: 'settled' | 'again' | 'halve';
  isUncertain: boolean;
  /** How long the service asks to wait before the next attempt. */
  retryAfterMs: number;
}

/** Sends entries in one request and judges the reply, one verdict for each. Policies wrap one `Post` in another. */
export type Post = (attempts: readonly Attempt[]) => Promise<Verdict[]>;

/** The first attempt of an entry. */
export function firstAttempt(entry: Entry): Attempt {
  return { entry, attempts: 0, isUncertain: false };
}

/** The attempt that follows a verdict. */
export function attemptAfter({ entry }: Attempt, { outcome, isUncertain, next }: Verdict): Attempt {
  // A refused request has done nothing to its users: if the rest of them is never sent, it is as if none was.
  const isWorthReporting = next === 'again' || isUncertain;
  return {
    entry,
    attempts: outcome.attempts,
    isUncertain,
    ...(isWorthReporting && { last: outcome as Failure }),
  };
}

/** Positions of the verdicts that ask for something. */
export function positionsOf(verdicts: readonly Verdict[], next: Verdict['next']): number[] {
  return verdicts.flatMap((verdict, position) => (verdict.next === next ? [position] : []));
}
