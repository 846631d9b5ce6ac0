import type { INodeExecutionData } from 'n8n-workflow';
import { answer } from '../childTask';
import type { Case } from './cases';
import { memoryInUse } from './memoryInUse';
import { withCase } from './runCase';

/** What a run holds in memory. */
export interface RunWeight {
  /** What its input and its output take. */
  itemBytes: number;
  /** The most that it holds beyond them. */
  ownBytes: number;
}

/** How often the heap is looked at while users are sent. */
const looks = 8;

async function weighRun(one: Case): Promise<RunWeight> {
  const atStart = memoryInUse();
  return await withCase(one, async ({ context, requests: least, start }) => {
    const sizes: number[] = [];
    const every = Math.ceil(least / looks);
    let sizeAtLastItem = 0;
    whenLastIsDealtOut(context.getInputData(), () => (sizeAtLastItem = memoryInUse()));
    const outputs = await start((requests) => {
      if (requests % every === 0) sizes.push(memoryInUse());
    });
    const after = memoryInUse();
    if (outputs.flat().length !== one.users) throw new Error('Items were lost');
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
