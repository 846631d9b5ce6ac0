import type { Chart } from '../report/chart';
import { withDecimals } from '../report/figures';
import type { ComingAndGoing } from './scenarios/comingAndGoing';

/** Requests second by second, for a plot. */
export interface Timeline {
  title: string;
  series: Array<{ name: string; figures: number[] }>;
}

/** What each worker got accepted in each second, and what was rejected, as workers come and go. */
export function timelineOf({ ended, events, killed, joined }: ComingAndGoing): Timeline {
  const seconds = Math.ceil((ended.requests.at(-1)?.atMs ?? 0) / 1000);
  const perSecond = (isMeant: (request: (typeof ended.requests)[number]) => boolean) => {
    const counts = Array<number>(seconds).fill(0);
    for (const request of ended.requests.filter(isMeant)) counts[Math.floor(request.atMs / 1000)]! += 1;
    return counts;
  };
  const nameOf = (worker: string) => {
    if (worker === killed) return `${worker}, killed at ${events.killedAt.toFixed(0)} s`;
    return worker === joined ? `${worker}, joins at ${events.joinedAt.toFixed(0)} s` : worker;
  };
  const workers = [...new Set(ended.requests.map(({ worker }) => worker ?? 'unknown'))].sort();
  return {
    title: 'Requests a second of a fleet, as one worker is killed and one joins',
    series: [
      { name: 'accepted, all', figures: perSecond(({ isThrottled }) => !isThrottled) },
      ...workers.map((name) => ({
        name: nameOf(name),
        figures: perSecond(({ worker, isThrottled }) => worker === name && !isThrottled),
      })),
      { name: 'rejected', figures: perSecond(({ isThrottled }) => isThrottled) },
    ],
  };
}

export function timelineChart({ title, series }: Timeline): Chart {
  return {
    title,
    kind: 'lines',
    axis: 'requests a second',
    scale: 'linear',
    categories: (series[0]?.figures ?? []).map((_, second) => String(second + 1)),
    series,
    show: withDecimals(0),
    hasLabels: false,
  };
}
