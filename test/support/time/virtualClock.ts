/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a real turn of the event loop lets promises settle */
import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../../nodes/VolcengineRtc/transport/time/clock';

interface Timer {
  at: number;
  fire(): void;
}

/** A clock whose time passes only when a test says so; its timers fire in order, punctually or late. */
export class VirtualClock implements Clock {
  private timeMs = 0;

  private timers: Timer[] = [];

  /** @param latenessMs how much later than asked the next timer fires */
  constructor(private readonly latenessMs: () => number = () => 0) {}

  now(): number {
    return this.timeMs;
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const giveUp = () => reject(signal?.reason as Error);
      signal?.addEventListener('abort', giveUp, { once: true });
      this.at(this.timeMs + ms + this.latenessMs(), () => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      });
    });
  }

  /** Runs something at a time, never late. */
  at(timeMs: number, run: () => void): void {
    this.timers.push({ at: timeMs, fire: run });
  }

  /** Lets time pass up to a moment, or until no timer is left; everything that a timer wakes runs before the next. */
  async run(untilMs = Infinity): Promise<void> {
    for (await turn(); this.timers.length > 0; await turn()) {
      const next = this.timers.reduce((first, timer) => (timer.at < first.at ? timer : first));
      if (next.at > untilMs) break;
      this.timers.splice(this.timers.indexOf(next), 1);
      this.timeMs = Math.max(this.timeMs, next.at);
      next.fire();
    }
    if (untilMs !== Infinity) this.timeMs = Math.max(this.timeMs, untilMs);
  }
}
