import type { Clock } from '../clock';

/** The longest nap: no timer stays longer behind when nobody waits any more. */
const longestNapMs = 1000;

/** Wakes up whoever has something to do later. */
export class Alarm {
  /** When the next timer fires; those that fire later are left to fire in vain. */
  private ringsAt = Infinity;

  constructor(
    private readonly clock: Clock,
    private readonly ring: () => void,
  ) {}

  /** Rings after a time, in milliseconds, or sooner. */
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
