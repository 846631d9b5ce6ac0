/** Upper bound of the wait before the second attempt; it doubles with each further one. */
const baseMs = 500;

/** No wait grows beyond this by itself: an outage of minutes is for the next run. */
const capMs = 20_000;

/** A service may ask for more than our own cap, but not for a run that seems to hang. */
const retryAfterCapMs = 60_000;

/**
 * How long to wait before the next attempt: exponential backoff with full jitter, on top of what the service
 * asked for.
 *
 * Full jitter spreads the retries of many requests that failed together evenly over the whole wait.
 *
 * @param failures failed attempts so far, 1 at least
 * @param random from 0 up to, not including, 1
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backoffMs(failures: number, retryAfterMs: number, random: number): number {
  return Math.min(retryAfterMs, retryAfterCapMs) + random * Math.min(capMs, baseMs * 2 ** (failures - 1));
}
