import type { CircuitBreaker } from './CircuitBreaker';
import type { Reply, Send } from './send';

/** Lets a run that does not reach the service send one request at a time. */
export function withCircuitBreaker(send: Send, breaker: CircuitBreaker): Send {
  return async (request, signal) => {
    for (;;) {
      const isProbe = await breaker.turn(signal);
      const reply = await attempt(isProbe);
      // A call that waited for its place at the rate limiter is called back when the service is not reached any more.
      if (reply.kind !== 'stopped' || signal.aborted) return reply;
    }

    async function attempt(isProbe: boolean): Promise<Reply> {
      try {
        const reply = await send(request, isProbe ? signal : breaker.callBack(signal));
        breaker.note(reply);
        return reply;
      } finally {
        if (isProbe) breaker.endProbe();
      }
    }
  };
}
