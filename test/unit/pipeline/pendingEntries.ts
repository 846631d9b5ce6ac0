import {
  pendingEntry,
  type PendingEntry,
  type Verdict,
} from '../../../nodes/VolcengineRtc/pipeline/pendingEntry';
import type { Entry } from '../../../nodes/VolcengineRtc/pipeline/entry';
import { groupOf } from './reading';

/** Entries with the ids 1 to `count`. */
export function entriesOf(count: number): Entry[] {
  return Array.from({ length: count }, (_, itemIndex) => {
    const userId = String(itemIndex + 1);
    return { itemIndex, group: groupOf('7'), userId, json: `{"UserId":${userId}}` };
  });
}

/** Entries with the ids 1 to `count`, none of them sent yet. */
export function pendingOf(count: number): PendingEntry[] {
  return entriesOf(count).map((entry) => pendingEntry(entry));
}

/** The user is processed. */
export function done({ entry, requestsSoFar }: PendingEntry): Verdict {
  const outcome = { userId: entry.userId, attempts: requestsSoFar + 1 };
  return { outcome, next: 'none', isUncertain: false, retryAfterMs: 0, isThrottledWhole: false };
}

/** The user is not, and something may mend it. */
export function failing(
  { entry, requestsSoFar }: PendingEntry,
  next: Verdict['next'],
  code = 'Odd',
): Verdict {
  const kind = next === 'again' ? 'throttled' : 'rejected';
  const retryable = next === 'again';
  const outcome = {
    userId: entry.userId,
    code,
    message: code,
    kind,
    retryable,
    attempts: requestsSoFar + 1,
  } as const;
  return { outcome, next, isUncertain: false, retryAfterMs: 0, isThrottledWhole: false };
}

/** The ids of entries. */
export const idsOf = (pending: readonly PendingEntry[]) => pending.map(({ entry }) => entry.userId ?? '');
