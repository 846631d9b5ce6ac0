import type { Clock } from '../../transport/time/clock';
import { pendingAfter, type PendingEntry, positionsOf, type SendBatch, type Verdict } from '../pendingEntry';

/** Waits before the next request of a batch, given its failures so far and what the service asked for. */
export type Pause = (failures: number, retryAfterMs: number, appId: string) => Promise<void>;

/** How often a batch is sent. */
export interface RetryLimits {
  /** The first attempt included. A request that is throttled as a whole does not count: it changed nothing. */
  maxAttempts: number;
  /** How long a batch that is throttled each time is sent again; Infinity where the run itself gives up. */
  throttledMs: number;
}

/** Sends again what may succeed the next time, and only that. */
export function withRetry(
  sendBatch: SendBatch,
  { maxAttempts, throttledMs }: RetryLimits,
  pause: Pause,
  clock: Clock,
): SendBatch {
  return async (pending) => {
    const { appId } = (pending[0] as PendingEntry).entry.group;
    const verdicts = await sendBatch(pending);
    const startedAt = clock.now();
    let failures = 0;
    for (
      let again = positionsOf(verdicts, 'again');
      again.length > 0;
      again = positionsOf(verdicts, 'again')
    ) {
      const last = again.map((at) => verdicts[at] as Verdict);
      const isThrottled = last.every(({ isThrottledWhole }) => isThrottledWhole);
      if (!isThrottled) failures += 1;
      if (failures >= maxAttempts || (isThrottled && clock.now() - startedAt >= throttledMs)) break;
      // The limiter slows down by itself for what is throttled.
      await pause(
        isThrottled ? 1 : failures,
        Math.max(...last.map(({ retryAfterMs }) => retryAfterMs)),
        appId,
      );
      const next = again.map((at) => pendingAfter(pending[at] as PendingEntry, verdicts[at] as Verdict));
      const retried = await sendBatch(next);
      again.forEach((at, position) => (verdicts[at] = retried[position] as Verdict));
    }
    return verdicts;
  };
}
