import { answer } from '../childTask';
import type { Case } from './cases';
import { type LongestBlocks, LoopWatch } from './LoopWatch';
import { withCase } from './runCase';

/** How long a run took, and how it left the event loop to others. */
export interface RunTimes extends LongestBlocks {
  totalMs: number;
  firstRequestMs: number;
}

async function timeRun(one: Case): Promise<RunTimes> {
  return await withCase(one, async ({ start }) => {
    let firstRequestAt = 0;
    const watch = new LoopWatch();
    const startedAt = performance.now();
    await start((requests) => {
      if (requests === 1) firstRequestAt = performance.now();
    });
    const totalMs = performance.now() - startedAt;
    return { totalMs, firstRequestMs: firstRequestAt - startedAt, ...(await watch.stop()) };
  });
}

answer(timeRun);
