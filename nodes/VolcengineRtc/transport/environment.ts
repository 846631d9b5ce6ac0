import { type Clock, processClock } from './time/clock';
import { Limiters } from './limiter/Limiters';
import type { RateLimiter } from './limiter/RateLimiter';

/** What a run takes from the process it runs in: time, chance, and what all executions share. */
export interface Environment {
  clock: Clock;
  /** Wall clock, milliseconds since 1970. */
  wallNow(): number;
  /** From 0 up to, not including, 1. */
  random(): number;
  /**
   * The limiter of an access key, the host that its requests go to, and an API action, for which the service allows so
   * many requests a second.
   */
  limiterOf(
    accessKeyId: string,
    endpointHost: string,
    action: string,
    requestsPerSecond: number,
  ): RateLimiter;
}

const limiters = new Limiters(processClock);

/** The process itself. */
export const processEnvironment: Environment = {
  clock: processClock,
  wallNow: () => Date.now(),
  random: () => Math.random(),
  limiterOf: (...wanted) => limiters.of(...wanted),
};
