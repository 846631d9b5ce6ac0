import { withDecimals } from '../../../../support/report/figures';
import type { Section } from '../../../../support/report/section';
import type { Carried } from './carry';
import { endWords } from './endWords';
import { workflowOf } from './workflowOf';

/** How much memory lists of several lengths take, and with which n8n ends. */
export function memorySection(carried: readonly Carried[]): Section {
  const inOrder = [...new Set(carried.map(nameOf))];
  const lengths = [...new Set(carried.map(({ users }) => users))].sort((a, b) => a - b);
  const peakOf = (name: string, length: number) =>
    carried.find((it) => nameOf(it) === name && it.users === length && it.status === 'success')?.peakMiB;
  return {
    table: {
      columns: [
        { title: 'Users are' },
        { title: 'Heap of n8n at most, MiB', show: withDecimals(0) },
        { title: 'Users', show: withDecimals(0) },
        { title: 'Peak memory, MiB', show: withDecimals(0) },
        { title: 'End' },
      ],
      rows: carried.map((it) => [workflowOf(it), it.heapLimitMiB, it.users, it.peakMiB, endWords(it)]),
    },
    chart: {
      title: 'Peak memory of n8n, by the length of the list',
      kind: 'bars',
      axis: 'MiB',
      scale: 'linear',
      categories: lengths.map(withDecimals(0)),
      series: inOrder.map((name) => ({
        name,
        // A run that n8n did not survive has no peak to compare.
        figures: lengths.map((length) => peakOf(name, length) ?? NaN),
      })),
      show: withDecimals(0),
    },
  };
}

const nameOf = (it: Carried) => `${workflowOf(it)}, heap of ${withDecimals(0)(it.heapLimitMiB)} MiB`;
