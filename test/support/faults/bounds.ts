import type { Expectation } from './expectation';
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
export function bounds({ options }: Script, expected: readonly Expectation[]): Bounds {
  const { batchSize = 20, maxRequestsPerSecond = 50, maxAttempts = 4, timeout = 10_000 } = options;
  const perApp = new Map<string, number>();
  for (const { role, appId } of expected) {
    if (role === 'first') perApp.set(appId, (perApp.get(appId) ?? 0) + 1);
  }
  const counts = [...perApp.values()];
  const users = counts.reduce((sum, count) => sum + count, 0);
  const batches = counts.reduce((sum, count) => sum + Math.ceil(count / batchSize), 0);
  const requests = (2 * users - batches) * maxAttempts;
  return {
    users,
    batches,
    maxAttempts,
    timeoutMs: timeout,
    maxPerSecond: maxRequestsPerSecond,
    plainRequests: batches * maxAttempts,
    requests,
    attempts: maxAttempts * (1 + Math.ceil(Math.log2(Math.min(batchSize, Math.max(1, users))))),
    virtualMs: 2 * (60_000 + (requests + 1) * (2 * timeout + longestPauseMs + giveUpAfterMs)),
  };
}
