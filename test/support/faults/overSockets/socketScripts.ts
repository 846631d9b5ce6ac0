import fc from 'fast-check';
import type { Fault } from '../fault';
import { type Script, scripts } from '../script';
import { timeoutMs } from './emulatedFault';

const all = scripts({
  troubles: { none: 8, users: 3, service: 2, connection: 2, body: 3, content: 1, throttling: 1, fatal: 1 },
  hasPoison: true,
  maxItems: 14,
});

/** Backoff takes real time here, so there are few attempts, and users enough for a few requests. */
function shortened(script: Script): Script {
  const { batchSize = 20, maxAttempts = 2, existingUsers } = script.options;
  const options = {
    batchSize: Math.min(5, batchSize),
    maxAttempts: 1 + (maxAttempts % 3),
    timeout: timeoutMs,
    ...(existingUsers && { existingUsers }),
  };
  return {
    ...script,
    isRunTwice: false,
    isCyclic: script.isCyclic && !script.faults.some(isThrottling),
    options,
    existingAs: 'failedInfos',
    items: script.items.slice(0, 14),
  };
}

/** Throttling uses up no attempt: without end, it ends after minutes, which is for the virtual clock. */
function isThrottling({ trouble }: Fault): boolean {
  return trouble.kind === 'refusal' && trouble.refusal.told === 'requestThrottled';
}

/** Random scripts for the engine, the same for the same seed. */
export function socketScripts(count: number, seed: number): Script[] {
  return fc.sample(all.map(shortened), { numRuns: count, seed });
}
