/**
 * What a sender keeps of its rate when a request is throttled. A gentle cut: the rate is the sum of many senders, so
 * together they stay near the limit; half, as TCP has it, would leave a tenth of the limit unused.
 */
const decreaseFactor = 0.75;

/**
 * From this share of the limit on, a sender has it to itself: what was throttled came a little early on its way, and
 * a slight cut is enough.
 */
const aloneShare = 0.9;
const aloneDecreaseFactor = 0.97;

/**
 * Requests a second that each accepted request adds, at low rates. The higher, the sooner shares are equal and the
 * more requests are throttled: so much that they stay below one in fifty for sixteen senders on a limit of 50.
 */
const increasePerRequest = 0.016;

/** The rate that doubles the increase: few senders can afford to grow faster, and take up in seconds what others free. */
const fastIncreaseAt = 20;

/** The service counts over one second: whether a decrease was enough shows only after one. */
const windowMs = 1000;

/** After this long without a request, what was learnt is out of date. */
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
    const sentAt = this.sent.at(-1) ?? -Infinity;
    if (now - sentAt > forgetAfterMs) this.perSecond = this.ceiling;
    if (this.perSecond >= this.ceiling) return 0;
    return sentAt + 1000 / this.perSecond - now;
  }

  countSent(now: number): void {
    this.sent = [...recent(this.sent, now), now];
  }

  countAccepted(now: number): void {
    this.accepted = [...recent(this.accepted, now), now];
    const increase = increasePerRequest * (1 + this.perSecond / fastIncreaseAt);
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
    const used = Math.min(this.perSecond, Math.max(1, recent(this.sent, now).length));
    const bearable = Math.max(1, recent(this.accepted, now).length);
    const factor = bearable >= aloneShare * this.ceiling ? aloneDecreaseFactor : decreaseFactor;
    this.perSecond = Math.max(slowestPerSecond, Math.min(used * factor, bearable));
    this.decreasedAt = now;
  }
}

/** The times within the last window. */
function recent(times: readonly number[], now: number): number[] {
  return times.filter((at) => at > now - windowMs);
}
