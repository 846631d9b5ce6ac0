const windowMs = 1000;

/**
 * A limit on requests in any window of one second, counted per key.
 * Whether the service counts in fixed or in sliding windows is not documented; the sliding one is stricter.
 */
export class SlidingWindow {
  private readonly admitted = new Map<string, number[]>();
  private limit: number | undefined;
  private refusals = 0;

  /** @throws RangeError when the limit is not a whole number of at least 1. */
  constructor(requestsPerSecond?: number) {
    this.setLimit(requestsPerSecond);
  }

  /**
   * Changes the limit; what was admitted before still counts. `undefined` lifts it.
   * @throws RangeError when the limit is not a whole number of at least 1.
   */
  setLimit(requestsPerSecond: number | undefined): void {
    if (requestsPerSecond !== undefined) checkLimit(requestsPerSecond);
    this.limit = requestsPerSecond;
  }

  /** How many requests were refused so far. */
  get refused(): number {
    return this.refusals;
  }

  /** Admits a request at a monotonic time in milliseconds, or refuses it; a refused one does not count. */
  admit(key: string, at: number): boolean {
    const times = this.admitted.get(key) ?? [];
    this.admitted.set(key, times);
    while (times.length > 0 && times[0]! <= at - windowMs) times.shift();
    if (this.limit !== undefined && times.length >= this.limit) {
      this.refusals += 1;
      return false;
    }
    times.push(at);
    return true;
  }
}

/** @throws RangeError when the limit is not a whole number of at least 1. */
export function checkLimit(requestsPerSecond: number): void {
  if (Number.isInteger(requestsPerSecond) && requestsPerSecond >= 1) return;
  throw new RangeError(`requestsPerSecond must be a whole number of at least 1: ${requestsPerSecond}`);
}
