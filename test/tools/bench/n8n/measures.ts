import { mostInAnyWindow } from '../../../support/emulator/state/arrivals';
import type { Usage } from './usage';

/** What a way came to, as seen by the service and by the operating system. */
export interface Measures extends Usage {
  requests: number;
  /** From the first request to the last. */
  requestsPerSecond: number;
  /** The most requests that arrived in any window of one second. */
  mostInASecond: number;
  /** The shortest time in which one request more than the limit arrived, in milliseconds. */
  shortestExcessMs: number;
  usersLost: number;
  /** When each request was there, in milliseconds. */
  arrivalsAt: readonly number[];
}

/** Requests a second that the service allows. */
export const limit = 50;

export function measuresOf(arrivalsAt: readonly number[], usage: Usage, usersLost: number): Measures {
  const requests = arrivalsAt.length;
  const spanMs = (arrivalsAt.at(-1) ?? 0) - (arrivalsAt[0] ?? 0);
  return {
    ...usage,
    requests,
    requestsPerSecond: spanMs > 0 ? ((requests - 1) * 1000) / spanMs : 0,
    mostInASecond: mostInAnyWindow(arrivalsAt, 1000),
    shortestExcessMs: Math.min(...arrivalsAt.slice(limit).map((at, i) => at - (arrivalsAt[i] ?? 0))),
    usersLost,
    arrivalsAt,
  };
}

/** How many requests arrived in each whole second from the first one on. */
export function perSecond(arrivalsAt: readonly number[]): number[] {
  const [first = 0] = arrivalsAt;
  const counts: number[] = [];
  for (const at of arrivalsAt) {
    const second = Math.floor((at - first) / 1000);
    counts[second] = (counts[second] ?? 0) + 1;
  }
  return Array.from(counts, (count = 0) => count);
}
