import type { Clock } from '../clock';
import { untilAborted } from '../untilAborted';
import { AdaptiveRate } from './AdaptiveRate';
import type { Sent } from './Sent';
import type { Share } from './Share';
import { Shares } from './Shares';
import { TravelTime } from './TravelTime';
import { Turns } from './Turns';

/** Whoever waits looks again after so long at the latest; no timer stays longer behind. */
const longestNapMs = 1000;

/** A request that was given up may still be on its way: it counts as arrived so much later. */
const givenUpMs = 1000;

/** What the answer to a request says about the rate. */
export interface Feedback {
  /** Whether it was rejected because more were sent than the limit allows. */
  throttled: boolean;
  /** How long the service asks to wait. */
  retryAfterMs?: number;
}

/** The right to send one request, now. */
export interface Place {
  /**
   * Gives the place back when the request has ended, however it has. Every place must be given back; further calls
   * change nothing.
   *
   * @param feedback undefined where the service did not answer
   */
  ended(feedback: Feedback | undefined): void;
}

interface Waiter {
  execution: object;
  share: Share;
  since: number;
  place?: Place;
  admit(place: Place): void;
}

/**
 * Admits requests within a limit; all executions of a process share one, and turns go round them.
 *
 * Callers may ask for different shares: those with a low one leave the rest to the others. Each share holds for the
 * requests of all callers that keep it or a lower one. Requests that the service throttles slow all of them down.
 *
 * The way of a request is drawn in docs/limiter.md.
 */
export class RateLimiter {
  private readonly shares: Shares;

  private readonly turns = new Turns<Waiter>();

  private readonly rate: AdaptiveRate;

  private readonly travelTime = new TravelTime();

  /** When the next timer fires. */
  private wakesAt = Infinity;

  /** @param limit requests a second that the service allows; senders that we cannot see may use it as well */
  constructor(
    private readonly clock: Clock,
    limit: number,
  ) {
    this.shares = new Shares(limit);
    this.rate = new AdaptiveRate(limit);
  }

  /**
   * Resolves when the caller may send.
   *
   * @param execution whose turn it takes: any object, the same for all requests of an execution
   * @param maxPerSecond the caller's share: requests in any window of one second, above 0
   * @throws the signal's reason, if it aborts first; where it aborts in the same tick, the place may come all the same
   */
  async acquire(execution: object, maxPerSecond: number, signal?: AbortSignal): Promise<Place> {
    signal?.throwIfAborted();
    const now = this.clock.now();
    const share = this.shares.of(maxPerSecond, now);
    const waiter: Waiter = { execution, share, since: now, admit: () => {} };
    const admission = new Promise<Place>((resolve) => {
      waiter.admit = resolve;
    });
    share.enter();
    this.turns.add(waiter);
    this.serve();
    return await untilAborted(admission, signal).catch((reason: Error) => {
      if (waiter.place !== undefined) return waiter.place;
      this.turns.delete(waiter);
      share.leave(this.clock.now());
      return Promise.reject(reason);
    });
  }

  /** How long nobody has used it, in milliseconds; 0 while somebody waits or has a place. */
  unusedMs(now: number): number {
    return this.shares.unusedMs(now);
  }

  /** Admits all that may send now, and looks again when the next one may. */
  private serve(): void {
    let waitMs = 0;
    while (waitMs <= 0) waitMs = this.admitNext();
    if (waitMs < Infinity) this.wakeIn(waitMs);
  }

  /** @returns how long until somebody may send: 0 if somebody was admitted, Infinity until something has ended */
  private admitNext(): number {
    const now = this.clock.now();
    const rateMs = this.rate.waitMs(now);
    const waits = new Map<Share, number>();
    for (const waiter of this.turns.next()) {
      if (waits.has(waiter.share)) continue;
      const shareMs = this.shares.from(waiter.share).map((share) => share.waitMs(now));
      const waitMs = Math.max(rateMs, ...shareMs);
      if (waitMs <= 0) {
        this.admit(waiter, now);
        return 0;
      }
      waits.set(waiter.share, waitMs);
    }
    return Math.min(...waits.values());
  }

  private admit(waiter: Waiter, now: number): void {
    const sent: Sent = { at: now, likelyAt: now, surelyAt: Infinity };
    this.shares.from(waiter.share).forEach((share) => share.count(sent, waiter.since));
    this.rate.countSent(now);
    this.turns.serve(waiter);
    waiter.place = this.placeOf(sent, waiter.share);
    waiter.admit(waiter.place);
  }

  private placeOf(sent: Sent, share: Share): Place {
    let isOpen = true;
    return {
      ended: (feedback) => {
        if (!isOpen) return;
        isOpen = false;
        const now = this.clock.now();
        this.hear(sent, feedback, now);
        this.shares.from(share).forEach((counting) => counting.recount(sent));
        share.leave(now);
        this.serve();
      },
    };
  }

  /** Learns from the end of a request when it arrived, and how fast requests may be sent. */
  private hear(sent: Sent, feedback: Feedback | undefined, now: number): void {
    const tookMs = now - sent.at;
    if (feedback === undefined) {
      sent.surelyAt = now + givenUpMs;
      return;
    }
    sent.likelyAt = sent.at + this.travelTime.excessOf(tookMs);
    if (feedback.throttled) {
      sent.surelyAt = now;
      this.rate.countThrottled(sent.at, now, feedback.retryAfterMs ?? 0);
    } else {
      this.travelTime.countAccepted(tookMs);
      sent.surelyAt = now - this.travelTime.leastMs;
      this.rate.countAccepted(sent.at, now);
    }
  }

  private wakeIn(waitMs: number): void {
    const napMs = Math.min(Math.ceil(waitMs), longestNapMs);
    const wakesAt = this.clock.now() + napMs;
    if (wakesAt >= this.wakesAt) return;
    this.wakesAt = wakesAt;
    void this.clock.sleep(napMs).then(() => {
      if (this.wakesAt === wakesAt) this.wakesAt = Infinity;
      this.serve();
    });
  }
}
