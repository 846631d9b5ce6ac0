import { withDecimals } from '../../../support/report/figures';
import type { Section } from '../../../support/report/section';
import { limit, type Measures } from './measures';

/** What the node made of a latency. */
export interface Paced {
  latencyMs: number;
  isBusy: boolean;
  measures: Measures;
}

/** How well the limit is used and kept at several latencies. */
export function pacingSection(paced: readonly Paced[]): Section {
  const nameOf = ({ latencyMs, isBusy }: Paced) => `${latencyMs} ms${isBusy ? ', n8n busy' : ''}`;
  const rate = ({ measures }: Paced) => measures.requestsPerSecond;
  const most = ({ measures }: Paced) => measures.mostInASecond;
  return {
    table: {
      columns: [
        { title: 'Latency' },
        { title: 'Requests a second', show: withDecimals(2) },
        { title: '% of the limit', show: withDecimals(1) },
        { title: 'Most in any second' },
        { title: 'Shortest time for 51 requests, ms', show: withDecimals(0) },
      ],
      rows: paced.map((it) => [
        nameOf(it),
        rate(it),
        (100 * rate(it)) / limit,
        most(it),
        it.measures.shortestExcessMs,
      ]),
    },
    chart: {
      title: 'Requests a second at the service, by its latency',
      kind: 'bars',
      axis: 'requests a second',
      scale: 'linear',
      categories: paced.map(nameOf),
      series: [
        { name: 'overall', figures: paced.map(rate) },
        { name: 'most in any second', figures: paced.map(most) },
      ],
      show: withDecimals(1),
    },
  };
}
