/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a command of its own, outside n8n */
import { renderMarkdown } from '../bench/report/renderMarkdown';
import { writeSection } from '../bench/report/writeSection';
import { early, type Growth, growthOf, growthSection, limit, settled } from './growth';

const counts = [1, 2, 3, 4, 6, 8, 12, 16, 32, 64];

/**
 * Prints how processes that share one limit settle on their shares.
 *
 * @param isRecorded whether docs/scaling.md is to say so as well
 */
async function main(isRecorded: boolean): Promise<void> {
  process.stdout.write(
    `Processes that share ${limit} requests a second, each with endless work; 100 ms latency, 20 ms jitter.\n` +
      `Measured from second ${settled.fromSeconds} to ${settled.toSeconds}, and for the beginning from second ` +
      `${early.fromSeconds} to ${early.toSeconds}.\n\n`,
  );
  const growths: Growth[] = [];
  for (const processes of counts) growths.push(await growthOf(processes));
  const { table, chart } = growthSection(growths);
  if (isRecorded) await writeSection('growth', table, chart, 'scaling');
  else process.stdout.write(renderMarkdown(table));
}

void main(process.argv.includes('--record'));
