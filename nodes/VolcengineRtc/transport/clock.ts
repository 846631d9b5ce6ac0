import { sleep as sleepFor } from 'n8n-workflow';

/** Time, as the pacing sees it; tests bring a virtual one. */
export interface Clock {
  /** Milliseconds on a clock that never steps back. */
  now(): number;
  /** Resolves after the time, or rejects at once when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The clock of this process. */
export const processClock: Clock = {
  now: () => performance.now(),
  sleep: async (ms, signal) => {
    const over = new AbortController();
    try {
      await untilAborted(sleepFor(ms, over.signal), signal);
    } finally {
      over.abort();
    }
  },
};

/** What gives up when a signal aborts: many, on one listener, as Node 20 warns of a leak beyond ten. */
class Waiters {
  private static readonly bySignal = new WeakMap<AbortSignal, Waiters>();

  private readonly giveUps = new Set<() => void>();

  private constructor(private readonly signal: AbortSignal) {}

  static of(signal: AbortSignal): Waiters {
    const waiters = Waiters.bySignal.get(signal) ?? new Waiters(signal);
    Waiters.bySignal.set(signal, waiters);
    return waiters;
  }

  add(giveUp: () => void): void {
    if (this.giveUps.size === 0) this.signal.addEventListener('abort', this.abort);
    this.giveUps.add(giveUp);
  }

  delete(giveUp: () => void): void {
    this.giveUps.delete(giveUp);
    if (this.giveUps.size === 0) this.signal.removeEventListener('abort', this.abort);
  }

  private readonly abort = (): void => this.giveUps.forEach((giveUp) => giveUp());
}

/**
 * A promise that gives up when a signal aborts.
 *
 * `sleep` of n8n-workflow hears a signal from version 2.34 on only, so it is raced on every version; before, the
 * timer stays behind and does nothing.
 */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return await promise;
  return await new Promise<T>((resolve, reject) => {
    const giveUp = () => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    const waiters = Waiters.of(signal);
    waiters.add(giveUp);
    promise.then(resolve, reject).finally(() => waiters.delete(giveUp));
  });
}
