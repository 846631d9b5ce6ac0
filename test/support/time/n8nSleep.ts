/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a timer that keeps no process alive */
import { setTimeout } from 'node:timers/promises';

/** The kinds of `sleep` that n8n-workflow has had: from version 2.34 on it hears a signal. */
export const sleepKinds = ['hears a signal', 'takes a time and nothing else'] as const;

type SleepKind = (typeof sleepKinds)[number];

/** Sleeps from here on are long: they have no timer, and last until a test or their signal ends them. */
const longMs = 20_000;

/** A long sleep that is under way. */
export interface LongSleep {
  /** How long it was to last. */
  ms: number;
  end(): void;
}

let current: SleepKind = sleepKinds[0];

const underWay = new Set<LongSleep>();

/** Sets the kind of all sleeps from now on. */
export function useSleep(kind: SleepKind): void {
  current = kind;
}

/** The long sleeps that are under way, in the order in which they began. */
export function longSleeps(): LongSleep[] {
  return [...underWay];
}

/** Ends all long sleeps, as if their time had come. */
export function endLongSleeps(): void {
  longSleeps().forEach((sleep) => sleep.end());
}

/** n8n-workflow with a `sleep` of the kind that is set, for `jest.mock`. */
export function n8nWorkflowOfSomeVersion(): typeof import('n8n-workflow') {
  const real = jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow');
  const sleep: typeof real.sleep = async (ms, signal) => {
    const heard = current === 'hears a signal' ? signal : undefined;
    if (ms >= longMs) await sleepLong(ms, heard);
    else if (current === 'hears a signal') await real.sleep(ms, signal);
    else await setTimeout(ms, undefined, { ref: false });
  };
  return { ...real, sleep };
}

async function sleepLong(ms: number, signal: AbortSignal | undefined): Promise<void> {
  const sleep: LongSleep = { ms, end: () => {} };
  underWay.add(sleep);
  try {
    await new Promise<void>((resolve, reject) => {
      sleep.end = resolve;
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
    });
  } finally {
    underWay.delete(sleep);
  }
}
