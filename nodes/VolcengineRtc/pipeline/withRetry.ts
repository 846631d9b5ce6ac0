import { pendingAfter, type PendingEntry, positionsOf, type SendBatch, type Verdict } from './pendingEntry';

/**
 * Sends again what may succeed the next time, and only that.
 *
 * @param maxAttempts the first one included
 * @param wait waits before an attempt, given the failures so far and what the service asked for
 */
export function withRetry(
  sendBatch: SendBatch,
  maxAttempts: number,
  wait: (failures: number, retryAfterMs: number, appId: string) => Promise<void>,
): SendBatch {
  return async (pending) => {
    const { appId } = (pending[0] as PendingEntry).entry;
    const verdicts = await sendBatch(pending);
    for (let failures = 1; failures < maxAttempts; failures += 1) {
      const again = positionsOf(verdicts, 'again');
      if (again.length === 0) break;
      await wait(failures, Math.max(...again.map((at) => (verdicts[at] as Verdict).retryAfterMs)), appId);
      const retried = await sendBatch(
        again.map((at) => pendingAfter(pending[at] as PendingEntry, verdicts[at] as Verdict)),
      );
      again.forEach((at, position) => (verdicts[at] = retried[position] as Verdict));
    }
    return verdicts;
  };
}
