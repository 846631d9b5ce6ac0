import type { Clock } from '../time/clock';

/** The longest nap, so that no timer is left for long when nothing waits any more. */
const longestNapMs = 1000;

/** Calls back after a time. */
export class Alarm {
  /** When the next timer fires. Later timers are not cancelled, since a needless callback does no harm. */
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
