import type { Clock } from '../time/clock';
import { untilAborted } from '../time/untilAborted';
import { AdaptiveRate } from './AdaptiveRate';
import { Alarm } from './Alarm';
import type { Feedback, Place } from './Place';
import type { Sent } from './Sent';
import type { Share } from './Share';
import { Shares } from './Shares';
import { TravelTime } from './TravelTime';
import { Turns } from './Turns';

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

  private readonly alarm: Alarm;

  /** @param limit requests a second that the service allows; senders that we cannot see may use it as well */
  constructor(
    private readonly clock: Clock,
    limit: number,
  ) {
    this.shares = new Shares(limit, this.travelTime);
    this.rate = new AdaptiveRate(limit);
    this.alarm = new Alarm(clock, () => this.serve());
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

  /** For how long nothing has used it, in milliseconds; 0 while a request waits or has a place. */
  unusedMs(now: number): number {
    return this.shares.unusedMs(now);
  }

  /** Admits all requests that may go now, and looks again when the next one may. */
  private serve(): void {
    let waitMs = 0;
    while (waitMs <= 0) waitMs = this.admitNext();
    if (waitMs < Infinity) this.alarm.setIn(waitMs);
  }

  /** @returns how long until a request may go: 0 if one was admitted, Infinity if none waits or one under way has to end first */
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
        this.end(sent, share, feedback);
      },
    };
  }

  private end(sent: Sent, share: Share, feedback: Feedback | undefined): void {
    const now = this.clock.now();
    this.travelTime.estimateArrival(sent, feedback, now);
    this.shares.from(share).forEach((counting) => counting.recount(sent));
    if (feedback !== undefined) this.rate.hear(sent.at, now, feedback);
    share.leave(now);
    this.serve();
  }
}
