import { meaningOfFailure } from './errorCodes';
import type { RateLimiter } from './RateLimiter';
import type { Answer, Send } from './send';

/**
 * Lets each call take its turn at the shared limiter first, and tells it what became of the call.
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
    const report = await limiter.acquire(maxPerSecond, signal).catch(() => undefined);
    cancelled?.throwIfAborted();
    if (report === undefined) return { kind: 'stopped' };
    let throttled: boolean | undefined;
    try {
      const reply = await send(request);
      if (reply.kind === 'answered') throttled = isThrottled(reply);
      return reply;
    } finally {
      report(throttled);
    }
  };
}

function isThrottled({ httpStatus, error }: Answer): boolean {
  return error !== undefined && meaningOfFailure(httpStatus, error.code).meaning === 'throttled';
}
