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

/** A send that may still be in the service's window of a second. */
interface Sent {
  at: number;
  /** When it reached the service, or may have at the latest; unknown until it is answered where that matters. */
  countsAt?: number;
  /** What it took until it was answered. */
  tookMs?: number;
}

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

  private log: Sent[] = [];

  /** The shortest time from a send to its answer so far. */
  private fastestMs = Infinity;

  /**
   * @param maxPerSecond a fraction is rounded down, as any more would break the limit in some second; below 1
   * it means one send in 1/n seconds
   * @param isStrict whether it holds at the service as well, however unevenly requests travel: a send keeps its place
   * until it is known how late it may have arrived (see `settle`), and for a second from then on
   */
  constructor(
    readonly maxPerSecond: number,
    readonly isStrict = false,
  ) {
    const secondsMs = 1000 * Math.max(1, 1 / maxPerSecond);
    this.sends = Math.max(1, Math.floor(maxPerSecond));
    this.windowMs = secondsMs + windowMarginMs;
    this.spacingMs = (secondsMs + scheduleMarginMs) / this.sends;
    this.sendsToWarmUp = this.sends;
  }

  /** How long until the next send is within the limit, in milliseconds; 0 or less for now. */
  waitMs(now: number): number {
    const oldest = this.log.length < this.sends ? -Infinity : this.countsAt(this.first());
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
    this.add(this.isStrict ? { at: now } : { at: now, countsAt: now });
  }

  /**
   * Counts a send as one of a later time: it was held up on its way, by a busy event loop or the network, and reached
   * the service among later ones. A strict quota goes by `settle` instead.
   */
  postpone(sentAt: number, byMs: number): void {
    const send = this.log.find(({ at, countsAt }) => at === sentAt && countsAt === at);
    if (send !== undefined) send.countsAt = sentAt + byMs;
  }

  /**
   * Tells a strict quota how long a send took. What it took beyond the fastest one, it may have taken on its way to
   * the service. One that got no answer may have arrived until it was given up.
   */
  settle(sentAt: number, tookMs: number, isAccepted: boolean): void {
    if (isAccepted) this.fastestMs = Math.min(this.fastestMs, tookMs);
    const send = this.log.find((sent) => sent.at === sentAt && this.countsAt(sent) === Infinity);
    if (send === undefined) return;
    if (isAccepted) send.tookMs = tookMs;
    else send.countsAt = sentAt + tookMs;
  }

  /** Takes over what a lower limit has counted so far. */
  countAllOf(lower: Quota): void {
    this.fastestMs = lower.fastestMs;
    for (const sent of lower.log) {
      this.count(sent.at, sent.at);
      if (this.isStrict) Object.assign(this.log.at(-1) as Sent, sent);
    }
  }

  /** Whether nothing that was sent counts any more, so that a new quota would do the same. */
  isOver(now: number): boolean {
    return this.nextSlot <= now && this.log.every((sent) => this.countsAt(sent) + this.windowMs <= now);
  }

  private countsAt({ at, countsAt, tookMs = Infinity }: Sent): number {
    return countsAt ?? (tookMs === Infinity ? Infinity : at + tookMs - this.fastestMs);
  }

  /** The send that leaves the window first. */
  private first(): Sent {
    return this.log.reduce((first, sent) => (this.countsAt(sent) < this.countsAt(first) ? sent : first));
  }

  private add(sent: Sent): void {
    if (this.log.length === this.sends) this.log.splice(this.log.indexOf(this.first()), 1);
    this.log.push(sent);
  }
}
