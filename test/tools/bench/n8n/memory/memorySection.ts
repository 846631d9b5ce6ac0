import { withDecimals } from '../../../../support/report/figures';
import type { Section } from '../../../../support/report/section';
import type { Carried } from './carry';
import { endWords } from './endWords';
import { workflowOf } from './workflowOf';

const show = withDecimals(0);

/** How much memory lists of several lengths take, and with which n8n ends. */
export function memorySection(carried: readonly Carried[]): Section {
  // A run that n8n did not survive has no peak to compare.
  const survived = carried.filter(({ status }) => status === 'success');
  return {
    table: {
      columns: [
        { title: 'Users are' },
        { title: 'Heap of n8n at most, MiB', show },
        { title: 'Users', show },
        { title: 'Peak memory, MiB', show },
        { title: 'End' },
      ],
      rows: carried.map((it) => [workflowOf(it), it.heapLimitMiB, it.users, it.peakMiB, endWords(it)]),
    },
    chart: {
      title: 'Peak memory of n8n',
      kind: 'bars',
      axis: 'MiB',
      scale: 'linear',
      categories: survived.map(nameOf),
      series: [{ name: 'peak', figures: survived.map(({ peakMiB }) => peakMiB) }],
      show,
    },
  };
}

const nameOf = (it: Carried) => `${show(it.users)} ${workflowOf(it)}, heap ${show(it.heapLimitMiB)}`;
