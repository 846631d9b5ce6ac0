import type { Clock } from '../time/clock';
import { RateLimiter } from './RateLimiter';

/** A limiter that was not used for so long is forgotten. What it has learnt is out of date long before. */
const forgottenAfterMs = 3_600_000;

/** The limiters that all executions of a process share: the only state that outlives an execution. */
export class Limiters {
  private readonly all = new Map<string, { limiter: RateLimiter; askedAt: number }>();

  constructor(private readonly clock: Clock) {}

  /**
   * The limiter of an access key, the host that its requests go to, and an API action.
   *
   * @param requestsPerSecond the service's limit for the action
   */
  of(accessKeyId: string, endpointHost: string, action: string, requestsPerSecond: number): RateLimiter {
    const now = this.clock.now();
    this.forget(now);
    const key = JSON.stringify([accessKeyId, endpointHost, action]);
    const limiter = this.all.get(key)?.limiter ?? new RateLimiter(this.clock, requestsPerSecond);
    this.all.set(key, { limiter, askedAt: now });
    return limiter;
  }

  private forget(now: number): void {
    for (const [key, { limiter, askedAt }] of this.all) {
      if (now - askedAt > forgottenAfterMs && limiter.unusedMs(now) > forgottenAfterMs) this.all.delete(key);
    }
  }
}
