/** A request that was let through, and when it reached the service. Times are those of the limiter's clock. */
export interface Sent {
  /** When it was let through. */
  readonly at: number;
  /** When it probably arrived, as far as is known: later than `at` where its answer took unusually long. */
  likelyAt: number;
  /** When it had surely arrived, by its answer; Infinity as long as it is under way. */
  surelyAt: number;
}
