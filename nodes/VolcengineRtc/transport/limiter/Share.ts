import { EvenSchedule } from './EvenSchedule';
import { HardWindow } from './HardWindow';
import type { Sent } from './Sent';
import type { TravelTime } from './TravelTime';

/** What a caller may use of the limit: so many sends a second, counted together with those of all lower shares. */
export class Share {
  private readonly window: HardWindow;

  private readonly schedule: EvenSchedule;

  /** Callers of this share that wait for their turn or have sent and not ended. */
  private callers = 0;

  private leftAt = 0;

  /**
   * @param maxPerSecond a fraction is rounded down, as any more would break the limit in some second; below 1 it means
   * one send in 1/n seconds
   * @param travelTime given for a strict share, which also holds where requests arrive, however unevenly they travel:
   * each keeps its place until it has surely arrived, and for a second from then on
   */
  constructor(
    readonly maxPerSecond: number,
    travelTime?: Pick<TravelTime, 'leastMs'>,
  ) {
    const overMs = 1000 * Math.max(1, 1 / maxPerSecond);
    const sends = Math.max(1, Math.floor(maxPerSecond));
    this.window = new HardWindow(sends, overMs, travelTime);
    this.schedule = new EvenSchedule(sends, overMs);
  }

  enter(): void {
    this.callers += 1;
  }

  leave(now: number): void {
    this.callers -= 1;
    this.leftAt = now;
  }

  /** For how long it was not used, in milliseconds; 0 while it has callers. */
  unusedMs(now: number): number {
    return this.callers > 0 ? 0 : now - this.leftAt;
  }

  /** How long until the next send is within the share, in milliseconds; 0 or less for now. */
  waitMs(now: number): number {
    return Math.max(this.window.waitMs(now), this.schedule.waitMs(now));
  }

  /** @param since when the send began to wait for its turn */
  count(sent: Sent, since: number): void {
    this.schedule.count(sent.at, since);
    this.window.count(sent);
  }

  /** Takes in that the times of a send have become known. */
  recount(sent: Sent): void {
    this.window.recount(sent);
  }

  /** Counts what a lower share has sent so far. */
  countAllOf(lower: Share): void {
    lower.window.counted.forEach((sent) => this.count(sent, sent.at));
  }
}
