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
  sleep: async (ms, signal) => await untilAborted(sleepFor(ms, signal), signal),
};

/**
 * A promise that gives up when a signal aborts.
 *
 * `sleep` of n8n-workflow hears a signal from version 2.34 on only, so it is raced on every version; before, the
 * timer stays behind and does nothing.
 */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return await promise;
  return await new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
