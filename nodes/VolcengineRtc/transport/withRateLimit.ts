import type { RateLimiter } from './RateLimiter';
import type { Send } from './send';

/**
 * Lets each call take its turn at the shared limiter first.
 *
 * @param stopped aborts when the run stops by itself: calls that still wait are not sent
 * @param cancelled aborts when the execution is cancelled
 */
export function withRateLimit(
  send: Send,
  limiter: RateLimiter,
  maxPerSecond: number,
  stopped: AbortSignal,
  cancelled?: AbortSignal,
): Send {
  const signal = cancelled === undefined ? stopped : AbortSignal.any([stopped, cancelled]);
  return async (request) => {
    const isAdmitted = await limiter.acquire(maxPerSecond, signal).then(
      () => true,
      () => false,
    );
    cancelled?.throwIfAborted();
    return isAdmitted ? await send(request) : { kind: 'stopped' };
  };
}
