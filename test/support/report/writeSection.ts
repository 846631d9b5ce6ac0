/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- writes the documentation, outside n8n */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Chart } from './chart';
import { describeMachine } from './machine';
import { renderConsole } from './renderConsole';
import { renderMarkdown } from './renderMarkdown';
import { renderSvg } from './renderSvg';
import { replaceSection } from './replaceSection';
import { type Table, toRecords } from './table';

const docs = resolve(__dirname, '../../../docs');

/**
 * Prints what was measured, and writes it down: its section in a page of docs, between the markers of its name, and
 * the plot and the figures in the page's folder beside it.
 */
export async function writeSection(
  name: string,
  table: Table,
  chart: Chart,
  page = 'benchmarks',
): Promise<void> {
  printSection(table, chart);
  const machine = describeMachine();
  const figures = JSON.stringify({ machine, rows: toRecords(table) });
  await mkdir(join(docs, page), { recursive: true });
  await writeFile(join(docs, page, `${name}.svg`), renderSvg(chart));
  await writeFormatted(join(docs, page, `${name}.json`), figures);
  const text = join(docs, `${page}.md`);
  const picture = `![${chart.title}](${page}/${name}.svg)`;
  const section = `${renderMarkdown(table)}\n${picture}\n\n_Measured on ${machine}._`;
  await writeFormatted(text, replaceSection(await readFile(text, 'utf8'), name, section));
}

/** Prints what a benchmark has measured, and leaves the documentation alone. */
export function printSection(table: Table, { title }: Chart): void {
  process.stdout.write(`\n${title}\n\n${renderConsole(table)}`);
}

async function writeFormatted(file: string, content: string): Promise<void> {
  await writeFile(file, await format(content, { ...(await resolveConfig(file)), filepath: file }));
}
