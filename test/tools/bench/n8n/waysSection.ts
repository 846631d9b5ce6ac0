import type { Chart } from '../../../support/report/chart';
import { asRatio, withDecimals } from '../../../support/report/figures';
import type { Section } from '../../../support/report/section';
import { type Measures, perSecond } from './measures';
import { bareLoop, type Way } from './ways';

/** A way, and what it came to. */
export interface Tried {
  way: Way;
  measures: Measures;
  /** When the service answers one request in a hundred with 503. */
  usersLost: number;
}

/** The ways side by side. */
export function waysSection(tried: readonly Tried[], alone: Measures): Section {
  const cpuBeyond = ({ way, measures }: Tried) =>
    measures.cpuSeconds - (way.nodes === undefined ? 0 : alone.cpuSeconds);
  const floor = tried.find(({ way }) => way === bareLoop);
  const rows = tried.map((it) => [
    it.way.name,
    it.measures.requestsPerSecond,
    it.measures.mostInASecond,
    cpuBeyond(it),
    floor === undefined ? '–' : cpuBeyond(it) / cpuBeyond(floor),
    it.measures.peakMiB,
    it.usersLost,
  ]);
  const table = { columns, rows: [...rows, ['n8n alone', '–', '–', '–', '–', alone.peakMiB, '–']] };
  return { table, chart: chartOf(tried) };
}

const columns = [
  { title: 'Way' },
  { title: 'Requests a second, of 50', show: withDecimals(1) },
  { title: 'Most in any second' },
  { title: 'CPU seconds beyond n8n alone', show: withDecimals(1) },
  { title: 'Of the bare loop', show: asRatio },
  { title: 'Peak memory, MiB', show: withDecimals(0) },
  { title: 'Users lost at 1 % of 503', show: withDecimals(0) },
];

function chartOf(tried: readonly Tried[]): Chart {
  const series = tried.map(({ way, measures }) => ({
    name: way.name,
    figures: perSecond(measures.arrivalsAt),
  }));
  const seconds = Math.max(...series.map(({ figures }) => figures.length));
  return {
    title: 'Requests at the service, second by second',
    kind: 'lines',
    axis: 'requests',
    scale: 'linear',
    categories: Array.from({ length: seconds }, (_, second) => String(second + 1)),
    series,
    show: withDecimals(0),
    hasLabels: false,
  };
}
