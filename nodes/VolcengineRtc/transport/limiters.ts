import { processClock } from './clock';
import { RateLimiter } from './RateLimiter';

/** The only state that outlives an execution: one limiter for each access key and API action. */
const limiters = new Map<string, RateLimiter>();

/**
 * The limiter that all executions of this process share for an access key and an API action.
 *
 * @param ceiling requests a second that the service allows for the action
 */
export function sharedLimiter(accessKeyId: string, action: string, ceiling: number): RateLimiter {
  const key = `${accessKeyId} ${action}`;
  const known = limiters.get(key);
  if (known !== undefined) return known;
  const limiter = new RateLimiter(processClock, ceiling);
  limiters.set(key, limiter);
  return limiter;
}
