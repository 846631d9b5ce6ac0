import { withDecimals } from '../../../support/report/figures';
import type { Section } from '../../../support/report/section';
import { limit, type Measures } from './measures';

/** What arrived with a limit of its own below that of the service. */
export interface Margin {
  maxRequestsPerSecond: number;
  /** Runs with a free event loop. */
  free: readonly Measures[];
  busy: Measures;
}

/** How far below the limit a sender must stay for no second to hold more than the limit at the service. */
export function marginsSection(tried: readonly Margin[]): Section {
  const mostFree = ({ free }: Margin) => Math.max(...free.map(({ mostInASecond }) => mostInASecond));
  const shortestFree = ({ free }: Margin) => Math.min(...free.map((run) => run.shortestExcessMs));
  const mostBusy = ({ busy }: Margin) => busy.mostInASecond;
  const used = ({ free }: Margin) => (100 * (free[0]?.requestsPerSecond ?? 0)) / limit;
  const nameOf = ({ maxRequestsPerSecond }: Margin) => String(maxRequestsPerSecond);
  return {
    table: {
      columns: [
        { title: 'Max Requests per Second' },
        { title: '% of the limit', show: withDecimals(1) },
        { title: 'Most in any second' },
        { title: 'Shortest time for 51 requests, ms', show: withDecimals(0) },
        { title: 'Most in any second, n8n busy' },
        { title: 'Shortest time for 51 requests, n8n busy, ms', show: withDecimals(0) },
      ],
      rows: tried.map((it) => [
        nameOf(it),
        used(it),
        mostFree(it),
        shortestFree(it),
        mostBusy(it),
        it.busy.shortestExcessMs,
      ]),
    },
    chart: {
      title: 'Most requests in any second at the service, by Max Requests per Second',
      kind: 'bars',
      axis: 'requests',
      scale: 'linear',
      categories: tried.map(nameOf),
      series: [
        { name: 'free event loop', figures: tried.map(mostFree) },
        { name: 'busy event loop', figures: tried.map(mostBusy) },
      ],
      show: withDecimals(0),
    },
  };
}
