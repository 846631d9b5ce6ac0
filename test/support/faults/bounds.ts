import type { Expectation } from './expectation';
import { type ActionName, actions, factsOf } from './facts';
import type { Script } from './script';

/** How much a run may take at most. */
export interface Bounds {
  users: number;
  batches: number;
  maxAttempts: number;
  timeoutMs: number;
  maxPerSecond: number;
  /** Without any refusal for content: every batch as often as may be. */
  plainRequests: number;
  /** With halving: a batch of n users is halved into 2n-1 requests at most, each sent as often as may be. */
  requests: number;
  /** Attempts of one user, with halving: once more for every time that 20 can be halved. */
  attempts: number;
  virtualMs: number;
}

/** The longest that a service may ask to wait, the longest backoff, and the pace of a slowed-down limiter. */
const longestPauseMs = 60_000 + 20_000 + 2100;

/** So long a run waits for the next request that is accepted. */
const giveUpAfterMs = 300_000;

/** The bounds of a script. */
export function bounds(script: Script, expected: readonly Expectation[]): Bounds {
  const { maxAttempts = 4, timeout = 10_000 } = script.options;
  const [first, following] = factsOf(script).actions;
  const batchSize = batchSizeOf(script, first);
  const perGroup = new Map<string, number>();
  for (const { role, group } of expected) {
    if (role === 'first') perGroup.set(group, (perGroup.get(group) ?? 0) + 1);
  }
  const counts = [...perGroup.values()];
  const users = counts.reduce((sum, count) => sum + count, 0);
  const batches = counts.reduce((sum, count) => sum + Math.ceil(count / batchSize), 0);
  // Those who exist already may come one by one.
  const more = following === undefined ? 0 : users;
  const requests = (2 * users - batches + 2 * more) * maxAttempts;
  return {
    users,
    batches,
    maxAttempts,
    timeoutMs: timeout,
    maxPerSecond: maxPerSecondOf(script, first),
    plainRequests: (batches + more) * maxAttempts,
    requests,
    attempts: maxAttempts * (1 + Math.ceil(Math.log2(Math.min(batchSize, Math.max(1, users))))),
    virtualMs: 2 * (60_000 + (requests + 1) * (2 * timeout + longestPauseMs + giveUpAfterMs)),
  };
}

/** How many rows a request of an action may have. */
export function batchSizeOf({ options }: Pick<Script, 'options'>, action: ActionName): number {
  return Math.min(options.batchSize ?? Infinity, actions[action].rows);
}

/** How many requests of an action may go out in a second. */
export function maxPerSecondOf({ options }: Pick<Script, 'options'>, action: ActionName): number {
  return options.maxRequestsPerSecond ?? actions[action].perSecond;
}

/** How many requests of an action may be under way: those of 1.2 seconds, but messages one at a time. */
export function maxInFlightOf(script: Script, action: ActionName): number {
  return factsOf(script).effect === 'once' ? 1 : Math.ceil(1.2 * maxPerSecondOf(script, action));
}
