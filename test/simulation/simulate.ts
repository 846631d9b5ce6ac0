/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a command of its own, outside n8n */
import { simulate } from './fleet';
import { measure } from './measures';
import { seededRandom } from './seededRandom';

const limit = 50;
const seconds = 1800;
const settledFrom = 120;

const percent = (share: number, digits: number) => `${(100 * share).toFixed(digits)} %`;

/** Prints how processes that share one limit settle on their shares. */
async function main(): Promise<void> {
  process.stdout.write(
    `Processes that share ${limit} requests a second, each with endless work; 100 ms latency, 20 ms jitter.\n` +
      `Measured from second ${settledFrom} to ${seconds}, and for the beginning from second 5 to 40.\n\n` +
      '| Processes | Limit used | Throttled | Fairness (Jain) | Limit used, 5 to 40 s | Throttled, 5 to 40 s |\n' +
      '| --: | --: | --: | --: | --: | --: |\n',
  );
  for (const processes of [1, 2, 3, 4, 6, 8, 12, 16, 32, 64]) {
    const random = seededRandom(processes);
    const requests = await simulate({ processes, limit, seconds, latencyMs: 100, jitterMs: 20, random });
    const settled = measure(requests, { fromSeconds: settledFrom, toSeconds: seconds, limit });
    const early = measure(requests, { fromSeconds: 5, toSeconds: 40, limit });
    const cells = [
      processes,
      percent(settled.utilisation, 1),
      percent(settled.throttledShare, 2),
      settled.fairness.toFixed(3),
      percent(early.utilisation, 1),
      percent(early.throttledShare, 2),
    ];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
}

void main();
