const dayMs = 24 * 60 * 60 * 1000;
/** China has one time zone and no summer time. */
const beijingAheadMs = 8 * 60 * 60 * 1000;

/** A limit on calls in a day, counted per key. */
export class DailyQuota {
  private readonly calls = new Map<string, number[]>();

  /**
   * @param limit a whole number from 0, or Infinity for no limit
   * @param day the calendar's in Beijing, or any 24 hours
   * @throws RangeError for another limit.
   */
  constructor(
    private readonly limit: number,
    private readonly day: 'calendar' | 'rolling',
  ) {
    if ((Number.isInteger(limit) && limit >= 0) || limit === Infinity) return;
    throw new RangeError(`A quota must be a whole number from 0: ${limit}`);
  }

  /** Admits a call at a time in milliseconds since the epoch, or refuses it; a refused one does not count. */
  admit(key: string, at: number): boolean {
    const calls = (this.calls.get(key) ?? []).filter((earlier) => this.isSameDay(earlier, at));
    this.calls.set(key, calls);
    if (calls.length >= this.limit) return false;
    calls.push(at);
    return true;
  }

  private isSameDay(earlier: number, at: number): boolean {
    return this.day === 'rolling' ? at - earlier < dayMs : dateInBeijing(earlier) === dateInBeijing(at);
  }
}

function dateInBeijing(at: number): number {
  return Math.floor((at + beijingAheadMs) / dayMs);
}
