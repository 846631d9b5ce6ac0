import { type Table, toTexts } from './table';

/** A table for the console: words to the left, figures to the right. */
export function renderConsole(table: Table): string {
  const texts = toTexts(table);
  const widths = table.columns.map((_, at) => Math.max(...texts.map((row) => row[at]?.length ?? 0)));
  const isWords = (at: number) => typeof table.rows[0]?.[at] === 'string';
  const renderRow = (row: string[]) =>
    row.map((text, at) => (isWords(at) ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)));
  return texts.map((row) => `  ${renderRow(row).join('  ').trimEnd()}\n`).join('');
}
