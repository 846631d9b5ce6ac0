import { type Clock, processClock } from './clock';
import { sharedLimiter } from './limiters';
import type { RateLimiter } from './RateLimiter';

/** What a run takes from the process it runs in: time, chance, and what all executions share. */
export interface Environment {
  clock: Clock;
  /** Wall clock, milliseconds since 1970. */
  wallNow(): number;
  /** From 0 up to, not including, 1. */
  random(): number;
  /**
   * The limiter of an access key, an endpoint and an API action, for which the service allows so many requests a
   * second.
   */
  limiterOf(accessKeyId: string, endpoint: string, action: string, requestsPerSecond: number): RateLimiter;
}

/** The process itself. */
export const processEnvironment: Environment = {
  clock: processClock,
  wallNow: () => Date.now(),
  random: () => Math.random(),
  limiterOf: sharedLimiter,
};
