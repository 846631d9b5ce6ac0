/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- starts processes, outside n8n */
import { join } from 'node:path';
import { ask } from '../childTask';
import type { Chart } from '../../../support/report/chart';
import { withDecimals } from '../../../support/report/figures';
import type { Table } from '../../../support/report/table';
import type { Case } from './cases';
import type { RunTimes } from './timeRun';
import type { RunWeight } from './weighRun';

interface Measured extends Case, RunTimes, RunWeight {}

/** Runs that take longer than this are not repeated. */
const longRunMs = 10_000;

/** The node from its input to its output, but for the network and the pacing, each run in a process of its own. */
export async function pipeline(cases: readonly Case[]): Promise<{ table: Table; chart: Chart }> {
  const times: RunTimes[] = [];
  for (const one of cases) times.push(await bestTimes(one));
  const weights = await Promise.all(cases.map((one) => ask<RunWeight>(join(__dirname, 'weighRun.ts'), one)));
  const measured = cases.map((one, at) => ({ ...one, ...times[at], ...weights[at] }) as Measured);
  return { table: tableOf(measured), chart: chartOf(measured) };
}

/** The better of two runs in each respect: what slows one of them down may be something else on the machine. */
async function bestTimes(one: Case): Promise<RunTimes> {
  const first = await ask<RunTimes>(join(__dirname, 'timeRun.ts'), one);
  if (first.totalMs > longRunMs) return first;
  const second = await ask<RunTimes>(join(__dirname, 'timeRun.ts'), one);
  const names = Object.keys(first) as Array<keyof RunTimes>;
  return Object.fromEntries(
    names.map((name) => [name, Math.min(first[name], second[name])]),
  ) as unknown as RunTimes;
}

const whole = withDecimals(0);
const tenths = withDecimals(1);

function tableOf(measured: readonly Measured[]): Table {
  return {
    columns: [
      { title: 'Columns or operation' },
      { title: 'Users', show: whole },
      { title: 'Users a second', show: whole },
      { title: 'First request (ms)', show: tenths },
      { title: 'Longest block, clock (ms)', show: tenths },
      { title: 'Longest block, processor (ms)', show: tenths },
      { title: 'Longest GC pause (ms)', show: tenths },
      { title: 'Input and output (MB)', show: tenths },
      { title: 'Memory beyond (MB)', show: tenths },
      { title: 'Bytes beyond, an item', show: whole },
    ],
    rows: measured.map(rowOf),
  };
}

function rowOf({ name, users, totalMs, itemBytes, ownBytes, ...run }: Measured): Array<string | number> {
  const { firstRequestMs, clockMs, cpuMs, gcMs } = run;
  const usersPerSecond = (users / totalMs) * 1000;
  const blocks = [clockMs, cpuMs, gcMs];
  const memory = [itemBytes / 1e6, ownBytes / 1e6, ownBytes / users];
  return [name, users, usersPerSecond, firstRequestMs, ...blocks, ...memory];
}

function chartOf(measured: readonly Measured[]): Chart {
  return {
    title: 'Until the first request, and the longest block of the event loop',
    kind: 'bars',
    axis: 'ms',
    scale: 'linear',
    categories: measured.map(({ name, users }) => `${whole(users)} users, ${name}`),
    series: [
      { name: 'First request after', figures: measured.map(({ firstRequestMs }) => firstRequestMs) },
      { name: 'Longest block (processor)', figures: measured.map(({ cpuMs }) => cpuMs) },
    ],
    show: tenths,
  };
}
