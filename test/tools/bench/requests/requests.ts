/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- starts processes, outside n8n */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '../../../support/emulator';
import { ask } from '../childTask';
import type { Chart } from '../../../support/report/chart';
import { asRatio, withDigits } from '../../../support/report/figures';
import type { Table } from '../../../support/report/table';
import type { Question, RequestCosts } from './measureRequests';

/** What a request costs the process that sends it; the emulator that answers it runs in this one. */
export async function requests(count: number): Promise<{ table: Table; chart: Chart }> {
  const emulator = await startEmulator({ https: true, keepBodies: false });
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const trusted = join(folder, 'authority.pem');
  try {
    await writeFile(trusted, emulator.certificate ?? '');
    const question: Question = { url: emulator.url, requests: count };
    const file = join(__dirname, 'measureRequests.ts');
    const costs = await ask<RequestCosts>(file, question, { NODE_EXTRA_CA_CERTS: trusted });
    return report(costs);
  } finally {
    await emulator.close();
    await rm(folder, { recursive: true });
  }
}

function report({ stages, node, helper, both, bare }: RequestCosts): { table: Table; chart: Chart } {
  const axis = 'CPU ms per request';
  const rows: Array<[string, number]> = [
    ['batching, signing, judging and settling', stages],
    ['the node alone, from items to outputs', node],
    ["n8n's HTTP helper alone (yardstick)", helper],
    ["the node through n8n's HTTP helper", both],
    ['undici alone, connections kept', bare],
  ];
  const show = withDigits;
  const columns = [{ title: 'What' }, { title: axis, show }, { title: 'Of the yardstick', show: asRatio }];
  return {
    table: { columns, rows: rows.map(([name, cost]) => [name, cost, cost / helper]) },
    chart: {
      title: 'What a request with 20 users costs over HTTPS',
      kind: 'bars',
      axis,
      scale: 'linear',
      categories: rows.map(([name]) => name),
      series: [{ name: axis, figures: rows.map(([, cost]) => cost) }],
      show,
    },
  };
}
