import { processClock } from './clock';
import { RateLimiter } from './RateLimiter';

/** Longer than anything that a limiter has learnt holds. */
const forgottenAfterMs = 3_600_000;

/** One limiter for each access key, endpoint and API action. */
const limiters = new Map<string, RateLimiter>();

/**
 * The limiter that all executions of this process share for an access key, an endpoint and an API action. Another
 * endpoint has a limiter of its own: its answers must not slow down the real one.
 *
 * @param ceiling requests a second that the service allows for the action
 */
export function sharedLimiter(
  accessKeyId: string,
  endpoint: string,
  action: string,
  ceiling: number,
): RateLimiter {
  const key = JSON.stringify([accessKeyId, endpoint, action]);
  const known = limiters.get(key);
  if (known !== undefined) return known;
  for (const [other, limiter] of limiters) {
    if (limiter.isUnusedFor(forgottenAfterMs)) limiters.delete(other);
  }
  const limiter = new RateLimiter(processClock, ceiling);
  limiters.set(key, limiter);
  return limiter;
}
