import { consequenceOf } from './meanings';
import type { RateLimiter } from './RateLimiter';
import type { Reply, Send } from './send';

/**
 * Lets each call take its turn at the shared limiter first, and reports to it how the call ended.
 *
 * @param cancelled aborts when the execution is cancelled
 */
export function withRateLimit(
  send: Send,
  limiter: RateLimiter,
  maxPerSecond: number,
  cancelled?: AbortSignal,
): Send {
  return async (request, signal) => {
    const report = await limiter.acquire(maxPerSecond, signal).catch(() => undefined);
    let isThrottled: boolean | undefined;
    try {
      cancelled?.throwIfAborted();
      if (report === undefined || signal.aborted) return { kind: 'stopped' };
      const reply = await send(request, signal);
      isThrottled = isThrottledReply(reply);
      return reply;
    } finally {
      report?.(isThrottled);
    }
  };
}

/** Undefined where the service did not answer. A single throttled user makes a reply a throttled one. */
function isThrottledReply(reply: Reply): boolean | undefined {
  if (reply.kind === 'stopped') return undefined;
  const meanings = reply.kind === 'failure' ? [reply.error] : [...reply.failed.values()];
  const origins = meanings.map(({ meaning }) => consequenceOf(meaning).from);
  if (origins.includes('throttledService')) return true;
  return reply.kind === 'result' || origins.includes('service') ? false : undefined;
}
