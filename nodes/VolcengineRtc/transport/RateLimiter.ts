import { AdaptiveRate } from './AdaptiveRate';
import type { Clock } from './clock';
import { Quota } from './Quota';
import { TravelTime } from './TravelTime';
import { untilAborted } from './untilAborted';

/** A newcomer with a higher limit need not wait for a slow one's turn, so the queue is looked over this often. */
const longestNapMs = 50;

/** Tells the limiter what the service made of a request: whether it throttled it; undefined where nobody knows. */
export type Report = (isThrottled: boolean | undefined) => void;

interface Waiter {
  quota: Quota;
  since: number;
  admit(sentAt: number): void;
}

/**
 * Admits sends within a limit, first come first served; all executions of a process share one.
 *
 * Callers may ask for different limits: those with a low one leave the rest to the others. Each limit holds for
 * the sends of all callers that keep it or a lower one. One below that of the service is a share that is kept
 * strictly, as others may use up the rest. Requests that the service throttles slow all of them down.
 */
export class RateLimiter {
  private readonly quotas = new Map<number, Quota>();

  private readonly queue = new Set<Waiter>();

  private isDraining = false;

  /** Places that have not been reported on. */
  private open = 0;

  private usedAt: number;

  private readonly adaptive: AdaptiveRate;

  private readonly travelTime = new TravelTime();

  /** @param ceiling requests a second of the whole limit, which senders that we cannot see may use as well */
  constructor(
    private readonly clock: Clock,
    private readonly ceiling: number,
  ) {
    this.adaptive = new AdaptiveRate(ceiling);
    this.usedAt = clock.now();
  }

  /** Whether nobody has used it for so long, nor is using it. */
  isUnusedFor(ms: number): boolean {
    return this.queue.size === 0 && this.open === 0 && this.clock.now() - this.usedAt >= ms;
  }

  /**
   * Resolves when the caller may send.
   *
   * @param maxPerSecond sends in any window of one second, above 0
   * @returns a report to call when the request has ended, however it has: a limit below that of the service keeps the
   * place of a request until then
   * @throws the signal's reason as soon as it aborts; the others move up
   */
  async acquire(maxPerSecond: number, signal?: AbortSignal): Promise<Report> {
    signal?.throwIfAborted();
    const waiter: Waiter = {
      quota: this.quotaOf(maxPerSecond),
      since: this.clock.now(),
      admit: () => {},
    };
    let sentAt: number | undefined;
    const admission = new Promise<number>((resolve) => {
      waiter.admit = (at) => {
        sentAt = at;
        resolve(at);
      };
    });
    this.queue.add(waiter);
    void this.drain();
    let report: Report | undefined;
    try {
      report = this.reportOf(await untilAborted(admission, signal));
      return report;
    } finally {
      this.queue.delete(waiter);
      // The signal aborted in the moment of the admission: nobody else will give the place back.
      if (report === undefined && sentAt !== undefined) this.reportOf(sentAt)(undefined);
    }
  }

  private reportOf(sentAt: number): Report {
    this.open += 1;
    let isOpen = true;
    return (isThrottled) => {
      if (!isOpen) return;
      isOpen = false;
      this.open -= 1;
      const now = this.clock.now();
      this.quotas.forEach((quota) => quota.settle(sentAt, now - sentAt, isThrottled === false));
      if (isThrottled === undefined) return;
      const heldUpMs = this.travelTime.excessOf(now - sentAt);
      this.quotas.forEach((quota) => quota.postpone(sentAt, heldUpMs));
      if (isThrottled) this.adaptive.countThrottled(sentAt, now);
      else this.adaptive.countAccepted(now);
    };
  }

  private async drain(): Promise<void> {
    if (this.isDraining) return;
    this.isDraining = true;
    while (this.queue.size > 0) {
      const waitMs = this.admitFirst();
      if (waitMs > 0) await this.clock.sleep(Math.min(Math.ceil(waitMs), longestNapMs));
    }
    this.isDraining = false;
  }

  /** Admits the first that may send; otherwise tells how long until one may. */
  private admitFirst(): number {
    const now = this.clock.now();
    const adaptiveMs = this.adaptive.waitMs(now);
    const waits = new Map<Quota, number>();
    for (const waiter of this.queue) {
      if (waits.has(waiter.quota)) continue;
      const waitMs = Math.max(adaptiveMs, ...this.quotasFrom(waiter.quota).map((quota) => quota.waitMs(now)));
      if (waitMs <= 0) {
        this.admit(waiter, now);
        return 0;
      }
      waits.set(waiter.quota, waitMs);
    }
    return Math.min(...waits.values());
  }

  private admit(waiter: Waiter, now: number): void {
    this.usedAt = now;
    this.quotasFrom(waiter.quota).forEach((quota) => quota.count(now, waiter.since));
    this.adaptive.countSent(now);
    this.queue.delete(waiter);
    waiter.admit(now);
  }

  /** The quotas that a send within this one counts for: its own and all higher ones. */
  private quotasFrom(lowest: Quota): Quota[] {
    return [...this.quotas.values()].filter(({ maxPerSecond }) => maxPerSecond >= lowest.maxPerSecond);
  }

  private quotaOf(maxPerSecond: number): Quota {
    const known = this.quotas.get(maxPerSecond);
    if (known !== undefined) return known;
    this.forgetQuotas();
    const quota = new Quota(maxPerSecond, maxPerSecond < this.ceiling);
    const lower = [...this.quotas.values()].filter((other) => other.maxPerSecond < maxPerSecond);
    const closest = lower.sort((a, b) => b.maxPerSecond - a.maxPerSecond)[0];
    if (closest !== undefined) quota.countAllOf(closest);
    this.quotas.set(maxPerSecond, quota);
    return quota;
  }

  /** A limit that comes from an expression may be another one each time. */
  private forgetQuotas(): void {
    if (this.queue.size > 0 || this.open > 0) return;
    const now = this.clock.now();
    for (const [maxPerSecond, quota] of this.quotas) {
      if (quota.isOver(now)) this.quotas.delete(maxPerSecond);
    }
  }
}
