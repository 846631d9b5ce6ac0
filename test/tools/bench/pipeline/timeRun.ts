import { nodeParameters } from '../../../support/engine/nodeParameters';
import { rowsOf } from '../../../support/engine/users';
import { savedCredential } from '../account';
import { answerAtOnce } from '../answerAtOnce';
import { registerUsers, runOperation } from '../built';
import { answer } from '../childTask';
import { inNode } from '../inNode';
import { unpaced } from '../unpaced';
import type { Case } from './cases';
import { type LongestBlocks, LoopWatch } from './LoopWatch';

/** How long a run took, and how it left the event loop to others. */
export interface RunTimes extends LongestBlocks {
  totalMs: number;
  firstRequestMs: number;
}

async function timeRun({ users, columns }: Case): Promise<RunTimes> {
  const items = rowsOf(users).map((json) => ({ json }));
  return await inNode(nodeParameters({ columns }), items, savedCredential(), async (context) => {
    let firstRequestAt = 0;
    const answered = answerAtOnce(context, (requests) => {
      if (requests === 1) firstRequestAt = performance.now();
    });
    const watch = new LoopWatch();
    const startedAt = performance.now();
    await runOperation(answered, registerUsers, unpaced);
    const totalMs = performance.now() - startedAt;
    return { totalMs, firstRequestMs: firstRequestAt - startedAt, ...(await watch.stop()) };
  });
}

answer(timeRun);
