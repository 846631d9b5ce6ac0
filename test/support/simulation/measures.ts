import type { SimulatedRequest } from './fleet';

/** What a stretch of a simulation came to. */
export interface Measures {
  /** Accepted requests of those that the limit allows. */
  utilisation: number;
  /** Throttled requests of all. */
  throttledShare: number;
  /** Jain's index over the accepted requests of each process: 1 when all have the same, 1/n when one has all. */
  fairness: number;
}

/** Measures the requests between two times. */
export function measure(
  requests: readonly SimulatedRequest[],
  { fromSeconds, toSeconds, limit }: { fromSeconds: number; toSeconds: number; limit: number },
): Measures {
  const counted = requests.filter(({ atMs }) => atMs >= fromSeconds * 1000 && atMs < toSeconds * 1000);
  const accepted = counted.filter(({ isThrottled }) => !isThrottled);
  return {
    utilisation: accepted.length / (limit * (toSeconds - fromSeconds)),
    throttledShare: 1 - accepted.length / counted.length,
    fairness: jain(countBy(accepted.map(({ process }) => process))),
  };
}

/**
 * How long it takes from a time on until so much of the limit is used again: until as many requests are accepted
 * within one second. Undefined where that does not happen.
 */
export function secondsUntilUsed(
  requests: ReadonlyArray<Pick<SimulatedRequest, 'atMs' | 'isThrottled'>>,
  { fromSeconds, share, limit }: { fromSeconds: number; share: number; limit: number },
): number | undefined {
  const acceptedAt = requests
    .filter(({ atMs, isThrottled }) => !isThrottled && atMs >= fromSeconds * 1000)
    .map(({ atMs }) => atMs);
  const enough = Math.ceil(share * limit);
  const last = acceptedAt.findIndex(
    (at, index) => at - (acceptedAt[index - enough + 1] ?? -Infinity) <= 1000,
  );
  return last < 0 ? undefined : acceptedAt[last]! / 1000 - fromSeconds;
}

/** Jain's fairness index of shares. */
export function jain(shares: readonly number[]): number {
  const sum = shares.reduce((total, share) => total + share, 0);
  const squares = shares.reduce((total, share) => total + share * share, 0);
  return sum ** 2 / (shares.length * squares);
}

function countBy(keys: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()];
}
