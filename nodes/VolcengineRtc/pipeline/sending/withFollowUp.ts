import { isFailure } from '../outcome';
import { type PendingEntry, positionsOf, type SendBatch, type Verdict } from '../pendingEntry';
import { Regrouped } from './Regrouped';

/**
 * Sends entries on that the service has already, in full batches of their own. They wait for others to fill a batch, as
 * long as others may come: while batches are under way that have not been answered.
 *
 * @param followUp sends the rows that follow
 * @param size of its batches
 */
export function withFollowUp(sendBatch: SendBatch, followUp: SendBatch, size: number): SendBatch {
  const regrouped = new Regrouped(followUp, size);
  let underWay = 0;

  const answered = async (pending: readonly PendingEntry[]): Promise<Verdict[]> => {
    underWay += 1;
    try {
      return await sendBatch(pending);
    } finally {
      underWay -= 1;
    }
  };

  return async (pending) => {
    try {
      const verdicts = await answered(pending);
      const following = positionsOf(verdicts, 'follow');
      const results = following.map((at) =>
        regrouped.add(followingEntry(pending[at] as PendingEntry, verdicts[at] as Verdict)),
      );
      if (underWay === 0) regrouped.flush();
      const followed = await Promise.all(results);
      following.forEach((at, position) => (verdicts[at] = followed[position] as Verdict));
      return verdicts;
    } finally {
      if (underWay === 0) regrouped.flush();
    }
  };
}

/** The entry as a row of the request that follows. If it is never sent, what may have been done before is reported. */
function followingEntry({ entry }: PendingEntry, { outcome, isUncertain }: Verdict): PendingEntry {
  return {
    entry: { ...entry, json: entry.followUp },
    requestsSoFar: outcome.attempts,
    isUncertain,
    ...(isFailure(outcome) && { last: outcome }),
  };
}
