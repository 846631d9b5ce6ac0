import type { CircuitBreaker } from './CircuitBreaker';
import type { Send } from './send';

/** Lets a run that does not reach the service send one request at a time. */
export function withCircuitBreaker(send: Send, breaker: CircuitBreaker): Send {
  return async (request, signal) => {
    const isProbe = await breaker.turn(signal);
    try {
      const reply = await send(request, signal);
      breaker.note(reply);
      return reply;
    } finally {
      if (isProbe) breaker.endProbe();
    }
  };
}
