/**
 * How much longer than a second the schedule takes for the sends of a second. Requests reach the service with
 * unequal delays, so what left within a little more than a second may arrive within one. Together with the delays
 * that are made up for (see `postpone`), so much keeps a request in a thousand or fewer above the limit.
 */
const scheduleMarginMs = 18;

/**
 * The guarantee's own margin. What is between the two margins is how much the schedule may make up in a second after
 * a late timer.
 */
const windowMarginMs = 8;

/**
 * Added to the first window, once. The first request of a process takes some 50 ms longer than the ones behind it,
 * which would catch up with it on the way.
 */
const warmUpMs = 40;

/** How far the schedule may catch up after a late timer, as a number of sends. */
const catchUpSends = 5;

/**
 * A limit of sends, kept by two rules.
 *
 * The guarantee: never more than the limit in any window of one second, whenever timers fire (a log of the
 * last sends). The courtesy: sends are spaced evenly, so that they do not leave in bursts (a schedule, which
 * may catch up a little after a late timer).
 */
export class Quota {
  private readonly sends: number;

  private readonly windowMs: number;

  private readonly spacingMs: number;

  private nextSlot = -Infinity;

  private sendsToWarmUp: number;

  /** Times of the last sends, oldest first. */
  private log: number[] = [];

  /**
   * @param maxPerSecond a fraction is rounded down, as any more would break the limit in some second; below 1
   * it means one send in 1/n seconds
   */
  constructor(readonly maxPerSecond: number) {
    const secondsMs = 1000 * Math.max(1, 1 / maxPerSecond);
    this.sends = Math.max(1, Math.floor(maxPerSecond));
    this.windowMs = secondsMs + windowMarginMs;
    this.spacingMs = (secondsMs + scheduleMarginMs) / this.sends;
    this.sendsToWarmUp = this.sends;
  }

  /** How long until the next send is within the limit, in milliseconds; 0 or less for now. */
  waitMs(now: number): number {
    const oldest = this.log.length < this.sends ? -Infinity : (this.log[0] as number);
    return Math.max(this.nextSlot, oldest + this.windowMs) - now;
  }

  /**
   * Counts a send.
   *
   * @param since when it began to wait for its turn: what was not asked for before cannot be caught up
   */
  count(now: number, since: number): void {
    const earliest = Math.max(since, now - catchUpSends * this.spacingMs);
    const warmUp = this.sendsToWarmUp > 0 ? warmUpMs / this.sends : 0;
    this.sendsToWarmUp -= 1;
    this.nextSlot = Math.max(this.nextSlot, earliest) + this.spacingMs + warmUp;
    this.log.push(now);
    if (this.log.length > this.sends) this.log.shift();
  }

  /**
   * Counts a send as one of a later time: it was held up on its way, by a busy event loop or the network, and reached
   * the service among later ones.
   */
  postpone(sentAt: number, byMs: number): void {
    const position = this.log.indexOf(sentAt);
    if (byMs === 0 || position < 0) return;
    this.log[position] = sentAt + byMs;
    this.log.sort((a, b) => a - b);
  }

  /** Takes over what a lower limit has counted so far. */
  countAllOf(lower: Quota): void {
    lower.log.forEach((sentAt) => this.count(sentAt, sentAt));
  }
}
