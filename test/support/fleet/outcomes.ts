/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv, type Row } from '../n8n';

/** What an execution that came to its end has written. */
export interface Outcome {
  list: number;
  execution: string;
  /** The rows of both outputs of the node. */
  registered: Row[];
  failed: Row[];
}

/** Reads what the executions of a workflow have left in its folder. */
export function readOutcomes(folder: string): Outcome[] {
  const names = readdirSync(folder).flatMap((file) => {
    const [, list, execution] = /^registered-(\d+)-(\d+)\.csv$/.exec(file) ?? [];
    return list !== undefined && execution !== undefined ? [{ list, execution }] : [];
  });
  const read = (kind: string, { list, execution }: { list: string; execution: string }) =>
    readCsv(join(folder, `${kind}-${list}-${execution}.csv`));
  return names.map((name) => ({
    list: Number(name.list),
    execution: name.execution,
    registered: read('registered', name),
    failed: read('failed', name),
  }));
}
