import { withDecimals } from '../../../support/report/figures';
import type { Section } from '../../../support/report/section';
import type { Recovery } from './recoveries';

/**
 * How long the node takes on n8n's engine after rejections, beside what would do and the aim.
 *
 * @param rounds how many times each is measured; the longest counts
 */
export async function recovery(recoveries: readonly Recovery[], rounds: number): Promise<Section> {
  const longest: number[] = [];
  for (const { seconds } of recoveries) {
    const taken: number[] = [];
    for (let round = 0; round < rounds; round += 1) taken.push(await seconds());
    longest.push(Math.max(...taken));
  }
  const inSeconds = (digits: number) => (value: number) => `${withDecimals(digits)(value)} s`;
  return {
    table: {
      columns: [
        { title: 'What happens' },
        { title: 'At best', show: inSeconds(1) },
        { title: 'Aim', show: inSeconds(0) },
        { title: `Longest of ${rounds}`, show: inSeconds(1) },
      ],
      rows: recoveries.map(({ what, atBest, aim }, at) => [what, atBest, aim, longest[at]!]),
    },
    chart: {
      title: 'How long it takes after rejections (on n8n’s engine)',
      kind: 'bars',
      axis: 'seconds',
      scale: 'linear',
      categories: recoveries.map(({ what }) => what),
      series: [
        { name: 'aim', figures: recoveries.map(({ aim }) => aim) },
        { name: 'taken', figures: longest },
      ],
      show: withDecimals(1),
    },
  };
}
