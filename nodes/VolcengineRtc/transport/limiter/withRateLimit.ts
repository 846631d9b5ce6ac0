import { meaningOfFailure } from '../errorCodes';
import type { Answer, Send } from '../send';
import type { Feedback } from './Place';
import type { RateLimiter } from './RateLimiter';

/**
 * Lets each call take its turn at the shared limiter first, and gives its place back however the call ends. All calls
 * of one such `Send` take their turns as one execution.
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
  const execution = {};
  const signal = cancelled === undefined ? stopped : AbortSignal.any([stopped, cancelled]);
  return async (request) => {
    const place = await limiter.acquire(execution, maxPerSecond, signal).catch(() => undefined);
    let feedback: Feedback | undefined;
    try {
      cancelled?.throwIfAborted();
      if (place === undefined || stopped.aborted) return { kind: 'stopped' };
      const reply = await send(request);
      if (reply.kind === 'answered') feedback = feedbackOf(reply);
      return reply;
    } finally {
      place?.ended(feedback);
    }
  };
}

function feedbackOf({ httpStatus, error, retryAfterMs }: Answer): Feedback {
  const isThrottled = error !== undefined && meaningOfFailure(httpStatus, error.code).meaning === 'throttled';
  return { throttled: isThrottled, retryAfterMs };
}
