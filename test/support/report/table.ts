/** A column of figures or words; figures in the unit that its title names. */
export interface Column {
  title: string;
  /** How a figure is written. */
  show?: (figure: number) => string;
}

/** What was measured, one row for each thing that it was measured of. */
export interface Table {
  columns: readonly Column[];
  rows: ReadonlyArray<ReadonlyArray<string | number>>;
}

/** A table as it is read: its titles first, then its rows. */
export function toTexts({ columns, rows }: Table): string[][] {
  const show = (cell: string | number, position: number) =>
    typeof cell === 'string' ? cell : (columns[position]?.show ?? String)(cell);
  return [columns.map(({ title }) => title), ...rows.map((row) => row.map(show))];
}

/** A table as it is kept for other programs: an object for each row, the titles as names. */
export function toRecords({ columns, rows }: Table): Array<Record<string, string | number>> {
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [columns[at]?.title ?? '', cell])));
}
