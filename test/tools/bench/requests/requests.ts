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
    return report(await ask<RequestCosts[]>(file, question, { NODE_EXTRA_CA_CERTS: trusted }));
  } finally {
    await emulator.close();
    await rm(folder, { recursive: true });
  }
}

const whatOf: Record<keyof RequestCosts, string> = {
  stages: 'batching, signing, judging and settling',
  node: 'the node alone, from items to outputs',
  helper: "n8n's HTTP helper alone (yardstick)",
  both: "the node through n8n's HTTP helper",
  bare: 'undici alone, connections kept',
};

/** Of all rounds the medians count, those of the ratios as well. */
function report(rounds: readonly RequestCosts[]): { table: Table; chart: Chart } {
  const axis = 'CPU ms per request';
  const rows = (Object.keys(whatOf) as Array<keyof RequestCosts>).map((name) => ({
    what: whatOf[name],
    cost: medianOf(rounds.map((round) => round[name])),
    ratio: medianOf(rounds.map((round) => round[name] / round.helper)),
  }));
  const show = withDigits;
  const columns = [{ title: 'What' }, { title: axis, show }, { title: 'Of the yardstick', show: asRatio }];
  return {
    table: { columns, rows: rows.map(({ what, cost, ratio }) => [what, cost, ratio]) },
    chart: {
      title: 'What a request with 20 users costs over HTTPS',
      kind: 'bars',
      axis,
      scale: 'linear',
      categories: rows.map(({ what }) => what),
      series: [{ name: axis, figures: rows.map(({ cost }) => cost) }],
      show,
    },
  };
}

/** The middle one of an odd number of figures. */
function medianOf(figures: number[]): number {
  return figures.sort((one, other) => one - other)[Math.floor(figures.length / 2)] as number;
}
