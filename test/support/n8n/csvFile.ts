/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the harness runs outside n8n */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export type Row = Record<string, string>;

/** The rows of a CSV file by their header; none when there is no file (an output that no item reached writes none). */
export function readCsv(path: string): Row[] {
  return existsSync(path) ? parse<Row>(readFileSync(path), { columns: true, bom: true }) : [];
}
