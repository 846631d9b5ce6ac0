import { withDecimals } from '../report/figures';
import type { Table } from '../report/table';
import type { Spread } from './simulated';

/** Something that was measured, beside what it should be. */
export interface Figure {
  scenario: string;
  what: string;
  /** In words. */
  aim: string;
  fleet: number;
  simulation?: Spread;
  unit: '%' | 's' | '';
}

/** The figures as a table of words. */
export function figuresTable(figures: readonly Figure[]): Table {
  return {
    columns: ['Scenario', 'Figure', 'Aim', 'Fleet', 'Simulation'].map((title) => ({ title })),
    rows: figures.map(({ scenario, what, aim, fleet, simulation, unit }) => {
      const show = showerOf(unit);
      const spread = ({ mean, least, most }: Spread) => `${show(mean)} (${show(least)} to ${show(most)})`;
      return [scenario, what, aim, show(fleet), simulation === undefined ? '–' : spread(simulation)];
    }),
  };
}

function showerOf(unit: Figure['unit']): (figure: number) => string {
  if (unit === '%') return (share) => `${withDecimals(1)(100 * share)} %`;
  if (unit === 's') return (seconds) => `${withDecimals(1)(seconds)} s`;
  return (figure) => (Number.isInteger(figure) ? withDecimals(0)(figure) : withDecimals(3)(figure));
}
