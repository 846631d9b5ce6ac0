import { sleep as sleepFor } from 'n8n-workflow';
import { untilAborted } from './untilAborted';

/** Time, as the pacing sees it; tests bring a virtual one. */
export interface Clock {
  /** Milliseconds on a clock that never steps back. */
  now(): number;
  /** Resolves after the time, or rejects at once when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Shared, since an abort without a reason creates an error with a stack trace each time. */
const isOver = new Error('The sleep is over');

/**
 * The clock of this process.
 *
 * `sleep` of n8n-workflow hears a signal from version 2.34 on only; before, its timer stays behind and does nothing.
 */
export const processClock: Clock = {
  now: () => performance.now(),
  sleep: async (ms, signal) => {
    if (signal === undefined) return await sleepFor(ms);
    const over = new AbortController();
    try {
      await untilAborted(sleepFor(ms, over.signal), signal);
    } finally {
      over.abort(isOver);
    }
  },
};
