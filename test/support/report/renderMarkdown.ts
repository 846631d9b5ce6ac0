import { type Table, toTexts } from './table';

/** A table in Markdown: words to the left, figures to the right. */
export function renderMarkdown(table: Table): string {
  const [titles = [], ...rows] = toTexts(table);
  const alignments = titles.map((_, at) => (typeof table.rows[0]?.[at] === 'string' ? ':--' : '--:'));
  return [titles, alignments, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
