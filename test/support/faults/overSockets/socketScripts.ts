import fc from 'fast-check';
import { factsOf } from '../facts';
import type { Fault, Trouble } from '../fault';
import type { OptionPlan, Script } from '../script';
import { scripts } from '../scripts';

/** Milliseconds for one attempt: a busy machine must not take a plain answer for a late one. */
export const timeoutMs = 10_000;

const all = scripts({
  troubles: { none: 8, users: 3, service: 2, connection: 2, body: 3, content: 1, throttling: 1, fatal: 1 },
  hasPoison: true,
  maxItems: 14,
});

/** Backoff takes real time here, so there are few attempts, and users enough for a few requests. */
function shortened(script: Script): Script {
  const { batchSize = 20, maxAttempts = 2 } = script.options;
  const isList = factsOf(script).items !== 'messages';
  const options = {
    ...ownOptions(script),
    ...(isList && { batchSize: Math.min(5, batchSize) }),
    maxAttempts: 1 + (maxAttempts % 3),
    timeout: timeoutMs,
  };
  return {
    ...script,
    isRunTwice: false,
    isCyclic: script.isCyclic && !script.faults.some(isThrottling),
    faults: script.faults.map(hurried),
    options,
    items: script.items.slice(0, 14),
  };
}

/** What only the operation has. */
function ownOptions({ options }: Script): OptionPlan {
  const own = ['existingUsers', 'missingUsers', 'maxBroadcasts', 'expiresAfter', 'inbox'];
  return Object.fromEntries(Object.entries(options).filter(([name]) => own.includes(name)));
}

/** Throttling uses up no attempt: without end, it ends after minutes, which is for the virtual clock. */
function isThrottling({ trouble }: Fault): boolean {
  return trouble.kind === 'refusal' && trouble.refusal.told === 'requestThrottled';
}

/** The same fault in less time; what would come late comes after the timeout. */
function hurried({ trouble, delayMs, bodyMs, ...fault }: Fault): Fault {
  const isLate = delayMs > 1000 || bodyMs > 1000 || ['hang', 'stalledBody'].includes(trouble.kind);
  return {
    ...fault,
    trouble: forSockets(trouble),
    delayMs: isLate ? timeoutMs + 500 : delayMs % 10,
    bodyMs: 0,
  };
}

/** What a service can do itself: it answers whatever arrives, and waits for a second at most. */
function forSockets(trouble: Trouble): Trouble {
  if (trouble.kind === 'unsendable') return { kind: 'none' };
  if (trouble.kind !== 'refusal' || trouble.retryAfter === undefined) return trouble;
  const seconds = Math.min(1, trouble.retryAfter.seconds);
  return { ...trouble, retryAfter: { ...trouble.retryAfter, seconds } };
}

/** Random scripts for the engine, the same for the same seed. */
export function socketScripts(count: number, seed: number): Script[] {
  return fc.sample(all.map(shortened), { numRuns: count, seed });
}
