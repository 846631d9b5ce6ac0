/**
 * How much longer than a second the schedule takes for the sends of a second: 49 a second and a little more for a
 * limit of 50. Together with the delays that the window knows of, it keeps a request in a thousand or fewer above the
 * limit. What it has beyond the margin of the window, 10 ms, is what it may catch up in a second.
 */
const marginMs = 18;

/**
 * Added to the first second, once. The first request of a process takes some 50 ms longer than the ones behind it,
 * which would catch up with it on the way.
 */
const warmUpMs = 40;

/** How far the schedule may catch up after a late timer, as a part of a second's sends; one send at least. */
const catchUpPart = 1 / 10;

/** Spaces the sends of a share evenly, so that they do not leave in bursts. */
export class EvenSchedule {
  private readonly spacingMs: number;

  private readonly catchUpMs: number;

  private nextAt = -Infinity;

  private sendsToWarmUp: number;

  /**
   * @param sends how many are spread over the time
   * @param overMs the time over which the service counts
   */
  constructor(
    private readonly sends: number,
    overMs: number,
  ) {
    this.spacingMs = (overMs + marginMs) / sends;
    this.catchUpMs = Math.max(1, catchUpPart * sends) * this.spacingMs;
    this.sendsToWarmUp = sends;
  }

  /** How long until the next send is due, in milliseconds; 0 or less for now. */
  waitMs(now: number): number {
    return this.nextAt - now;
  }

  /** @param since when the send began to wait: what nobody asked for before is not caught up */
  count(now: number, since: number): void {
    const earliest = Math.max(this.nextAt, since, now - this.catchUpMs);
    const warmUp = this.sendsToWarmUp > 0 ? warmUpMs / this.sends : 0;
    this.sendsToWarmUp -= 1;
    this.nextAt = earliest + this.spacingMs + warmUp;
  }
}
