import type { INodeExecutionData } from 'n8n-workflow';
import { nodeParameters } from '../../../support/engine/nodeParameters';
import { rowsOf } from '../../../support/engine/users';
import { savedCredential } from '../account';
import { answerAtOnce } from '../answerAtOnce';
import { registerUsers, runOperation } from '../built';
import { answer } from '../childTask';
import { inNode } from '../inNode';
import { unpaced } from '../unpaced';
import type { Case } from './cases';
import { memoryInUse } from './memoryInUse';

/** What a run holds in memory. */
export interface RunWeight {
  /** What its input and its output take. */
  itemBytes: number;
  /** The most that it holds beyond them. */
  ownBytes: number;
}

/** How often the heap is looked at while users are sent. */
const looks = 8;

async function weighRun({ users, columns }: Case): Promise<RunWeight> {
  const atStart = memoryInUse();
  const items = rowsOf(users).map((json) => ({ json }));
  return await inNode(nodeParameters({ columns }), items, savedCredential(), async (context) => {
    const sizes: number[] = [];
    const every = Math.ceil(users / registerUsers.limits.rowsPerRequest / looks);
    const answered = answerAtOnce(context, (requests) => {
      if (requests % every === 0) sizes.push(memoryInUse());
    });
    let sizeAtLastItem = 0;
    whenLastIsDealtOut(context.getInputData(), () => (sizeAtLastItem = memoryInUse()));
    const outputs = await runOperation(answered, registerUsers, unpaced);
    const after = memoryInUse();
    if (outputs.flat().length !== users) throw new Error('Items were lost');
    return { itemBytes: after - atStart, ownBytes: Math.max(...sizes, sizeAtLastItem) - after };
  });
}

/** Tells when all outputs but the last item are there: the node asks for its binary data then. */
function whenLastIsDealtOut(items: INodeExecutionData[], tell: () => void): void {
  const get = () => {
    tell();
    return undefined;
  };
  Object.defineProperty(items.at(-1), 'binary', { get });
}

answer(weighRun);
