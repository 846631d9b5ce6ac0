import { Share } from './Share';
import type { TravelTime } from './TravelTime';

/** A share that was not used for so long is forgotten. Its sends have left every window long before. */
const forgottenAfterMs = 600_000;

/** The shares that callers ask for, from the lowest to the highest. */
export class Shares {
  private all: readonly Share[] = [];

  /** @param limit requests a second that the service allows; a lower share is strict, as others may use up the rest */
  constructor(
    private readonly limit: number,
    private readonly travelTime: Pick<TravelTime, 'leastMs'>,
  ) {}

  /** The share of so many sends a second. */
  of(maxPerSecond: number, now: number): Share {
    const known = this.all.find((share) => share.maxPerSecond === maxPerSecond);
    return known ?? this.add(maxPerSecond, now);
  }

  /** The shares that a send within this one counts for: its own and all higher ones. */
  from(lowest: Share): readonly Share[] {
    return this.all.slice(this.all.indexOf(lowest));
  }

  /** For how long no share was used, in milliseconds. */
  unusedMs(now: number): number {
    return Math.min(...this.all.map((share) => share.unusedMs(now)));
  }

  private add(maxPerSecond: number, now: number): Share {
    const share = new Share(maxPerSecond, maxPerSecond < this.limit ? this.travelTime : undefined);
    const used = this.all.filter((other) => other.unusedMs(now) <= forgottenAfterMs);
    const lower = used.filter((other) => other.maxPerSecond < maxPerSecond);
    const closest = lower.at(-1);
    if (closest !== undefined) share.countAllOf(closest);
    this.all = [...lower, share, ...used.slice(lower.length)];
    return share;
  }
}
