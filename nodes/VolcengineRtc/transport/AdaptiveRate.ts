/** How much of its rate a sender gives up for a throttled request; it keeps seven tenths, as CUBIC does. */
const decreaseFactor = 0.7;

/**
 * Requests a second that each accepted request adds, at low rates. With the decrease it makes a sender see one
 * throttled request in about 60 when sixteen share the limit.
 */
const increasePerRequest = 0.013;

/** The rate from which on the increase grows with the rate, so that what others free is taken up in seconds. */
const fastIncreaseFrom = 10;

/** The service counts over one second: whether a decrease was enough shows only after one. */
const windowMs = 1000;

/** After this long without a throttled request, what was learnt is out of date. */
const forgetAfterMs = 60_000;

/** Slowest rate: one request in two seconds keeps asking. */
const slowestPerSecond = 0.5;

/**
 * The rate at which a sender finds its share of a limit that others use as well, none of whom it can see: additive
 * increase for accepted requests, multiplicative decrease for throttled ones (AIMD).
 *
 * Alone, or with a limit to itself, a sender is never throttled and the rate does not bind.
 *
 * @see https://en.wikipedia.org/wiki/Additive_increase/multiplicative_decrease
 */
export class AdaptiveRate {
  private perSecond: number;

  private decreasedAt = -Infinity;

  /** Times of the requests sent and accepted within the last window. */
  private sent: number[] = [];

  private accepted: number[] = [];

  /** @param ceiling requests a second of the whole limit */
  constructor(private readonly ceiling: number) {
    this.perSecond = ceiling;
  }

  /** How long until the next request, in milliseconds; 0 or less for now. */
  waitMs(now: number): number {
    if (now - this.decreasedAt > forgetAfterMs) this.perSecond = this.ceiling;
    if (this.perSecond >= this.ceiling) return 0;
    return (this.sent.at(-1) ?? -Infinity) + 1000 / this.perSecond - now;
  }

  countSent(now: number): void {
    this.sent = [...this.sent.filter((at) => at > now - windowMs), now];
  }

  countAccepted(now: number): void {
    this.accepted = [...this.accepted.filter((at) => at > now - windowMs), now];
    const increase = increasePerRequest * (1 + this.perSecond / fastIncreaseFrom);
    this.perSecond = Math.min(this.ceiling, this.perSecond + increase);
  }

  /**
   * Slows down, once for all requests that were under way together. Never above what the service has accepted in
   * the last second: that is a share that it can bear.
   *
   * @param sentAt when the throttled request was sent
   */
  countThrottled(sentAt: number, now: number): void {
    if (sentAt < this.decreasedAt + windowMs) return;
    const used = Math.min(this.perSecond, Math.max(1, this.recent(this.sent, now)));
    const bearable = Math.max(1, this.recent(this.accepted, now));
    this.perSecond = Math.max(slowestPerSecond, Math.min(used * decreaseFactor, bearable));
    this.decreasedAt = now;
  }

  private recent(times: readonly number[], now: number): number {
    return times.filter((at) => at > now - windowMs).length;
  }
}
