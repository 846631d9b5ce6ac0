import { type Attempt, firstAttempt, type Verdict } from '../../../nodes/VolcengineRtc/pipeline/attempt';
import type { Entry } from '../../../nodes/VolcengineRtc/pipeline/readEntry';

/** Entries with the ids 1 to `count`. */
export function entriesOf(count: number): Entry[] {
  return Array.from({ length: count }, (_, itemIndex) => {
    const userId = String(itemIndex + 1);
    return { itemIndex, appId: '7', userId, json: `{"UserId":${userId}}` };
  });
}

/** First attempts of entries with the ids 1 to `count`. */
export function attemptsOf(count: number): Attempt[] {
  return entriesOf(count).map(firstAttempt);
}

/** The user is processed. */
export function done({ entry, attempts }: Attempt): Verdict {
  const outcome = { userId: entry.userId, attempts: attempts + 1 };
  return { outcome, next: 'settled', isUncertain: false, retryAfterMs: 0 };
}

/** The user is not, and something may mend it. */
export function failing({ entry, attempts }: Attempt, next: Verdict['next'], code = 'Odd'): Verdict {
  const kind = next === 'again' ? 'throttled' : 'rejected';
  const retryable = next === 'again';
  const outcome = {
    userId: entry.userId,
    code,
    message: code,
    kind,
    retryable,
    attempts: attempts + 1,
  } as const;
  return { outcome, next, isUncertain: false, retryAfterMs: 0 };
}

/** The ids of attempts. */
export const idsOf = (attempts: readonly Attempt[]) => attempts.map(({ entry }) => entry.userId);
