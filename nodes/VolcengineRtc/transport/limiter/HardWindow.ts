import type { Sent } from './Sent';
import type { TravelTime } from './TravelTime';

/**
 * Added to the service's second. Requests travel unevenly, so what left within a little more than a second may arrive
 * within one.
 */
const marginMs = 8;

/**
 * The guarantee of a share: no more than so many sends in any window of time, whenever timers fire.
 *
 * It keeps the last sends in the order in which they count. The next one may go when the first of them has left the
 * window. Sends count nearly in the order in which they are let through, so all work is at the ends of a short list.
 */
export class HardWindow {
  /** The last sends, the one that counts earliest first. */
  private readonly log: Sent[] = [];

  private readonly windowMs: number;

  /**
   * @param sends most sends in a window
   * @param serviceWindowMs the time over which the service counts
   * @param travelTime given where it holds for arrivals too: then a send counts from when it has surely arrived
   */
  constructor(
    private readonly sends: number,
    serviceWindowMs: number,
    private readonly travelTime?: Pick<TravelTime, 'leastMs'>,
  ) {
    this.windowMs = serviceWindowMs + marginMs;
  }

  /** How long until another send fits, in milliseconds; 0 or less for now, Infinity until one under way has ended. */
  waitMs(now: number): number {
    const first = this.log.length < this.sends ? undefined : this.log[0];
    return first === undefined ? 0 : this.countsAt(first) + this.windowMs - now;
  }

  /** What may be in the window still. */
  get counted(): readonly Sent[] {
    return this.log;
  }

  count(sent: Sent): void {
    if (this.log.length === this.sends) this.log.shift();
    this.insert(sent);
  }

  /** Puts a send in its new place, after its times have changed. Those that have left the window are gone. */
  recount(sent: Sent): void {
    const place = this.log.lastIndexOf(sent);
    if (place < 0) return;
    this.log.splice(place, 1);
    this.insert(sent);
  }

  private insert(sent: Sent): void {
    let place = this.log.length;
    while (place > 0 && this.countsAt(this.log[place - 1] as Sent) > this.countsAt(sent)) place -= 1;
    this.log.splice(place, 0, sent);
  }

  private countsAt({ likelyAt, surelyAt }: Sent): number {
    return this.travelTime === undefined ? likelyAt : surelyAt - this.travelTime.leastMs;
  }
}
