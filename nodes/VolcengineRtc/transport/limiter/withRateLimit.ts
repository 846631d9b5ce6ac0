import { consequenceOf } from '../meanings';
import type { ApiError, Reply, RowResults, Send } from '../send';
import type { Feedback } from './Place';
import type { RateLimiter } from './RateLimiter';

/**
 * Lets each call take its turn at the shared limiter first, and gives its place back however the call ends. All calls
 * of one such `Send` take their turns as one execution.
 *
 * @param cancelled aborts when the execution is cancelled
 */
export function withRateLimit(
  send: Send,
  limiter: RateLimiter,
  maxPerSecond: number,
  cancelled?: AbortSignal,
): Send {
  const execution = {};
  return async (request, signal) => {
    const place = await limiter.acquire(execution, maxPerSecond, signal).catch(() => undefined);
    let feedback: Feedback | undefined;
    try {
      cancelled?.throwIfAborted();
      // Without a place it has aborted as well.
      if (signal.aborted) return { kind: 'stopped' };
      const reply = await send(request, signal);
      feedback = feedbackOf(reply);
      return reply;
    } finally {
      place?.ended(feedback);
    }
  };
}

/** Undefined where the service did not answer. A single throttled user makes a reply a throttled one. */
function feedbackOf(reply: Reply): Feedback | undefined {
  if (reply.kind === 'stopped') return undefined;
  const errors = reply.kind === 'failure' ? [reply.error] : errorsOf(reply.rows);
  const origins = errors.map(({ meaning }) => consequenceOf(meaning).from);
  const throttled = origins.includes('throttledService');
  const isFromService = throttled || reply.kind === 'result' || origins.includes('service');
  return isFromService ? { throttled, retryAfterMs: reply.retryAfterMs } : undefined;
}

function errorsOf(rows: RowResults): ApiError[] {
  return [...rows.values()].flatMap((row) => ('error' in row ? [row.error] : []));
}
