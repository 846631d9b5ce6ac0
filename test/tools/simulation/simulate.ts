/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a command of its own, outside n8n */
import { printSection, writeSection } from '../../support/report/writeSection';
import type { Section } from '../../support/report/section';
import { busyMachinesSection } from '../../support/simulation/busyMachines';
import { growthSection } from '../../support/simulation/growth';
import { recoverySection } from '../../support/simulation/recovery';

/** What is simulated, by the name of its section in docs/scaling.md. */
const sections: Record<string, () => Promise<Section>> = {
  recovery: recoverySection,
  'busy-machines': busyMachinesSection,
  growth: async () => await growthSection(50, [1, 2, 3, 4, 6, 8, 12, 16, 32, 64]),
  'growth-100': async () => await growthSection(100, [1, 2, 4, 8, 16]),
};

/**
 * Prints how long the limiter takes after rejections, what a strict share is worth, and how processes that share one
 * limit settle on their shares.
 *
 * @param words names of sections, all of them by default; with `--record` docs/scaling.md says so as well
 */
async function main(words: readonly string[]): Promise<void> {
  const isRecorded = words.includes('--record');
  const named = words.filter((word) => word in sections);
  for (const [name, simulate] of Object.entries(sections)) {
    if (named.length > 0 && !named.includes(name)) continue;
    const { table, chart } = await simulate();
    if (isRecorded) await writeSection(name, table, chart, 'scaling');
    else printSection(table, chart);
  }
}

void main(process.argv.slice(2));
