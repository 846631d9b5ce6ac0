import type { Chart } from './chart';
import type { Table } from './table';

/** What a benchmark has measured, as it is shown. */
export interface Section {
  table: Table;
  chart: Chart;
}
