import { type Attempt, attemptAfter, positionsOf, type Post, type Verdict } from './attempt';

/**
 * Sends again what may succeed the next time, and only that.
 *
 * @param maxAttempts the first one included
 * @param wait waits before an attempt, given the failures so far and what the service asked for
 */
export function withRetry(
  post: Post,
  maxAttempts: number,
  wait: (failures: number, retryAfterMs: number) => Promise<void>,
): Post {
  return async (attempts) => {
    const verdicts = await post(attempts);
    for (let failures = 1; failures < maxAttempts; failures += 1) {
      const again = positionsOf(verdicts, 'again');
      if (again.length === 0) break;
      await wait(failures, Math.max(...again.map((at) => (verdicts[at] as Verdict).retryAfterMs)));
      const retried = await post(
        again.map((at) => attemptAfter(attempts[at] as Attempt, verdicts[at] as Verdict)),
      );
      again.forEach((at, position) => (verdicts[at] = retried[position] as Verdict));
    }
    return verdicts;
  };
}
