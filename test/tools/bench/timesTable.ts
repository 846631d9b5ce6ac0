import type { Chart } from '../../support/report/chart';
import { asRatio, withDigits } from '../../support/report/figures';
import type { Table } from '../../support/report/table';

/** What ways to do the same thing are measured by. */
export interface Yardstick {
  /** What is done, with the unit of its times, such as `µs per request`. */
  axis: string;
  /** The way that the others are compared to. */
  name: string;
  title: string;
  scale: Chart['scale'];
}

/** The times of several ways to do the same thing, beside the yardstick of the same run. */
export function timesTable(
  times: Readonly<Record<string, number>>,
  { axis, name, title, scale }: Yardstick,
): { table: Table; chart: Chart } {
  const yardstick = times[name] ?? NaN;
  const rows = Object.entries(times).map(([way, time]) => [way, time, yardstick / time]);
  const columns = [
    { title: 'Way' },
    { title: axis, show: withDigits },
    { title: 'Times as fast as the yardstick', show: asRatio },
  ];
  const series = [{ name: axis, figures: Object.values(times) }];
  const chart: Chart = {
    title,
    kind: 'bars',
    axis,
    scale,
    categories: Object.keys(times),
    series,
    show: withDigits,
  };
  return { table: { columns, rows }, chart };
}
