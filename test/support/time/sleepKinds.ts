/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a timer that keeps no process alive */
import { setTimeout } from 'node:timers/promises';

/** The kinds of `sleep` that n8n-workflow has had: from version 2.34 on it hears a signal. */
export const sleepKinds = ['hears a signal', 'takes a time and nothing else'] as const;

type SleepKind = (typeof sleepKinds)[number];

let current: SleepKind = sleepKinds[0];

/** Sets the kind of all sleeps from now on. */
export function useSleep(kind: SleepKind): void {
  current = kind;
}

/** n8n-workflow with a `sleep` of the kind that is set, for `jest.mock`. */
export function n8nWorkflowOfSomeVersion(): typeof import('n8n-workflow') {
  const real = jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow');
  const sleep: typeof real.sleep = async (ms, signal) =>
    await (current === 'hears a signal' ? real.sleep(ms, signal) : setTimeout(ms, undefined, { ref: false }));
  return { ...real, sleep };
}
