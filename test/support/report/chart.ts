/** A picture of a table. */
export interface Chart {
  title: string;
  /** Bars lie, so that long names have room; lines run over numbers, such as sizes or seconds. */
  kind: 'bars' | 'lines';
  /** What the figures are, with their unit. */
  axis: string;
  scale: 'linear' | 'log';
  /** What the figures were measured of, in order. */
  categories: readonly string[];
  series: ReadonlyArray<{ name: string; figures: readonly number[] }>;
  /** How a figure is written. */
  show: (figure: number) => string;
  /** Whether the figures stand in the picture; default true. Long lines are easier to read without. */
  hasLabels?: boolean;
}
