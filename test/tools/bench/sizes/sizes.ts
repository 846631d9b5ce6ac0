/* eslint-disable @n8n/community-nodes/no-restricted-globals -- asks for the processor time of the process, outside n8n */
import { nodeParameters } from '../../../support/engine/nodeParameters';
import { savedCredential } from '../account';
import { answerAtOnce } from '../answerAtOnce';
import { parseJson, registerUsers, runOperation } from '../built';
import { inNode } from '../inNode';
import { LoopWatch } from '../pipeline/LoopWatch';
import type { Chart } from '../../../support/report/chart';
import { asRatio, withDecimals } from '../../../support/report/figures';
import type { Table } from '../../../support/report/table';
import { unpaced } from '../unpaced';
import { type LargeItem, largeItems } from './cases';

interface Measured {
  name: string;
  blockMs: number;
  /** Node's own time for `{ ...object }`. */
  copyMs?: number;
}

const tenths = withDecimals(1);

/** How long the largest inputs keep n8n's event loop: an item by itself, and a reply. The best of several rounds. */
export async function sizes(rounds: number): Promise<{ table: Table; chart: Chart }> {
  const measured: Measured[] = [replyOf(rounds)];
  for (const item of largeItems()) measured.push(await measure(item, rounds));
  return { table: tableOf(measured), chart: chartOf(measured) };
}

async function measure({ name, json, large }: LargeItem, rounds: number): Promise<Measured> {
  const blocks: number[] = [];
  for (let round = 0; round < rounds; round += 1) blocks.push(await longestBlock(json));
  const copyMs = large && best(rounds, () => ({ ...large }));
  return { name, blockMs: Math.min(...blocks), copyMs };
}

async function longestBlock(json: LargeItem['json']): Promise<number> {
  const parameters = nodeParameters({ columns: 'auto' });
  return await inNode(parameters, [{ json }], savedCredential(), async (context) => {
    const watch = new LoopWatch();
    await runOperation(
      answerAtOnce(context, () => {}),
      registerUsers,
      unpaced,
    );
    return (await watch.stop()).cpuMs;
  });
}

/** The largest reply that is read, full of ids that are longer than a number can hold. */
function replyOf(rounds: number): Measured {
  const info = '{"UserId":9007199254740993,"Code":"UserHasRegistered","Message":"the user has registered"},';
  const text = `{"Result":{"FailedInfos":[${info.repeat((512 * 1024) / info.length).slice(0, -1)}]}}`;
  return { name: 'a reply of 512 KiB, full of long ids', blockMs: best(rounds, () => parseJson(text)) };
}

/** Processor time, as of the blocks. */
function best(rounds: number, work: () => unknown): number {
  let time = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    time = Math.min(time, (user + system) / 1000);
  }
  return time;
}

function tableOf(measured: readonly Measured[]): Table {
  return {
    columns: [
      { title: 'Input' },
      { title: 'Longest block, processor (ms)', show: tenths },
      { title: 'Node’s own `{...object}` (ms)', show: tenths },
      { title: 'Of that', show: asRatio },
    ],
    rows: measured.map(({ name, blockMs, copyMs }) => [
      name,
      blockMs,
      copyMs ?? '–',
      copyMs === undefined ? '–' : blockMs / copyMs,
    ]),
  };
}

function chartOf(measured: readonly Measured[]): Chart {
  return {
    title: 'How long the largest inputs keep the event loop',
    kind: 'bars',
    axis: 'ms',
    scale: 'linear',
    categories: measured.map(({ name }) => name),
    series: [{ name: 'Longest block (processor)', figures: measured.map(({ blockMs }) => blockMs) }],
    show: tenths,
  };
}
