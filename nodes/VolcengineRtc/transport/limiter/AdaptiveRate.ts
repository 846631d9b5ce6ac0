import { Closure } from './Closure';
import type { Feedback } from './Place';

/** The service counts over a second, so that a decrease shows only after one. */
const windowMs = 1000;

/**
 * A second with a rejection costs this part of the rate, but no more than the part of the limit that others can have. It
 * is the most with which two senders use 92.5 % of the limit.
 */
const cut = 0.18;

/** A second of rejections leaves a third at least: which requests are accepted in a crowded second is chance. */
const leastKept = 1 / 3;

/** The slowest rate, as a part of the limit: one request in three seconds, where 50 a second are allowed. */
const slowestPart = 1 / 150;

/**
 * A rate doubles in this time, divided by the power 0.45 of its part of the limit: small senders are many, and many
 * cannot afford to grow fast. From a quarter of the limit on (19 s) it grows no faster, or a large sender would leave a
 * small one ever further behind.
 */
const doublingMs = 10_000;
const sizePower = 0.45;
const largePart = 1 / 4;

/** Growth is flat at first, near what was just too much, and steep later, as another sender has probably left. */
const growthPower = 4;

/** A closed service is asked once a second; when it opens, each accepted request adds as much until all is as before. */
const probesPerSecond = 1;

/** A service may ask for more time, but not for a run that seems to hang. */
const longestHoldMs = 60_000;

/**
 * The rate at which a sender finds its share of a limit that others use as well, none of whom it can see. Seconds with
 * rejections decrease it, and it grows with time. Before the first rejection it is the limit, and does not bind.
 */
export class AdaptiveRate {
  /** The rate after the last change, and when that was: from then on it grows. */
  private changed = { perSecond: 0, at: 0 };

  /** The last second with rejections: when the first came, the rate before it, and how many there were. */
  private episode = { at: -Infinity, perSecond: 0, rejections: 0 };

  private readonly closure = new Closure();

  /** The rate before the service may have closed. */
  private usualPerSecond = 0;

  /** Whether each accepted request brings it nearer to the usual rate, after a closure. */
  private isReturning = false;

  private holdUntil = -Infinity;

  private sentAt = 0;

  /** @param limit requests a second that the service allows to all senders */
  constructor(private readonly limit: number) {
    this.changed.perSecond = limit;
  }

  /** How long until the next request, in milliseconds; 0 or less for now. */
  waitMs(now: number): number {
    const perSecond = this.perSecond(now);
    const nextAt = perSecond < this.limit ? this.sentAt + 1000 / perSecond : now;
    return Math.max(nextAt, this.holdUntil) - now;
  }

  countSent(now: number): void {
    this.sentAt = now;
  }

  /**
   * Takes in what the service said to a request. `retryAfterMs` counts only where the service is closed: one that sends
   * it with every rejection would leave half of the limit unused.
   */
  hear(sentAt: number, now: number, { throttled, retryAfterMs = 0 }: Feedback): void {
    if (throttled) this.hearRejection(sentAt, now, retryAfterMs);
    else this.hearAcceptance(sentAt, now);
  }

  private hearAcceptance(sentAt: number, now: number): void {
    if (this.closure.hearAcceptance(sentAt)) {
      this.isReturning = true;
      this.holdUntil = -Infinity;
    }
    if (this.isReturning) this.comeBack(now);
  }

  private hearRejection(sentAt: number, now: number, retryAfterMs: number): void {
    if (!this.closure.isSuspected && !this.isReturning) this.usualPerSecond = this.perSecond(now);
    if (this.closure.hearRejection(sentAt)) this.hold(now, retryAfterMs);
    else this.decrease(sentAt, now);
  }

  /** Grows with the time since the last change. */
  private perSecond(now: number): number {
    const { perSecond, at } = this.changed;
    const doublesAfterMs = doublingMs / Math.min(perSecond / this.limit, largePart) ** sizePower;
    return Math.min(this.limit, perSecond * (1 + ((now - at) / doublesAfterMs) ** growthPower));
  }

  /** Each rejection in a second, after the first one, was one request a second too many. */
  private decrease(sentAt: number, now: number): void {
    if (sentAt >= this.episode.at + windowMs) {
      this.episode = { at: now, perSecond: this.perSecond(now), rejections: 0 };
    }
    this.episode.rejections += 1;
    const { at, perSecond, rejections } = this.episode;
    const partOfOthers = 1 - perSecond / this.limit;
    const less = Math.max(Math.min(cut, partOfOthers) * perSecond, rejections - 1);
    const least = Math.max(leastKept * perSecond, slowestPart * this.limit);
    this.changed = { perSecond: Math.max(least, perSecond - less), at };
    this.isReturning = false;
  }

  private hold(now: number, retryAfterMs: number): void {
    this.changed = { perSecond: probesPerSecond, at: now };
    this.holdUntil = Math.max(this.holdUntil, now + Math.min(retryAfterMs, longestHoldMs));
  }

  private comeBack(now: number): void {
    const perSecond = this.changed.perSecond + probesPerSecond;
    this.isReturning = perSecond < this.usualPerSecond;
    this.changed = { perSecond: Math.min(perSecond, this.usualPerSecond), at: now };
  }
}
