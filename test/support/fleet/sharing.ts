import { measure } from '../simulation/measures';
import { limit } from './conditions';
import type { FleetRequest } from './seen';

/** How well executions that all have work share the limit. */
export interface Sharing {
  /** Of the limit, from the fifth second on. */
  used: number;
  /** Of the requests, from the fifth second on. */
  rejected: number;
  /** Jain's index over the executions, from when the last has begun. */
  fairness: number;
  fromSeconds: number;
  /** When the first execution had no more to send. */
  toSeconds: number;
}

const settledFromSeconds = 5;

export function sharingOf(requests: readonly FleetRequest[]): Sharing {
  const times = new Map<number, { first: number; last: number }>();
  for (const { process, atMs } of requests) {
    times.set(process, { first: times.get(process)?.first ?? atMs, last: atMs });
  }
  const toSeconds = Math.min(...[...times.values()].map(({ last }) => last)) / 1000;
  const begun = Math.max(...[...times.values()].map(({ first }) => first)) / 1000;
  const window = { fromSeconds: settledFromSeconds, toSeconds, limit };
  const settled = measure(requests, window);
  const { fairness } = measure(requests, { ...window, fromSeconds: Math.max(begun, settledFromSeconds) });
  return {
    used: settled.utilisation,
    rejected: settled.throttledShare,
    fairness,
    fromSeconds: settledFromSeconds,
    toSeconds,
  };
}
