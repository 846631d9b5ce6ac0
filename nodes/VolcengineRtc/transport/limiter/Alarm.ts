import type { Clock } from '../time/clock';

/** The longest nap, so that no timer is left for long when nothing waits any more. */
const longestNapMs = 1000;

/** Calls back when the time has come to look again. */
export class Alarm {
  /** When the next timer fires. Later ones are not cancelled, as their ringing does no harm. */
  private ringsAt = Infinity;

  constructor(
    private readonly clock: Clock,
    private readonly ring: () => void,
  ) {}

  /** Rings after a time in milliseconds, or sooner. */
  setIn(ms: number): void {
    const napMs = Math.min(Math.ceil(ms), longestNapMs);
    const ringsAt = this.clock.now() + napMs;
    if (ringsAt >= this.ringsAt) return;
    this.ringsAt = ringsAt;
    void this.clock.sleep(napMs).then(() => {
      if (this.ringsAt === ringsAt) this.ringsAt = Infinity;
      this.ring();
    });
  }
}
