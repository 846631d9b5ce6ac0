import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { YieldToEventLoop } from '../eventLoopYielder';
import { isFailure, type Outcome } from '../outcome';

/** The items of each output. */
export type Outputs = [success: INodeExecutionData[], failed: INodeExecutionData[]];

/**
 * Deals the items out to Success and Failed, in their order, each linked to its input and with its outcome added.
 *
 * @param outcomes one for each item, in the order of the items; they become part of the outputs
 * @param yieldToEventLoop called after every item, so that a long list does not block
 */
export async function toOutputs(
  items: readonly INodeExecutionData[],
  outcomes: Iterable<Outcome>,
  outcomeField: string,
  yieldToEventLoop: YieldToEventLoop,
): Promise<Outputs> {
  const outputs: Outputs = [[], []];
  let index = 0;
  for (const outcome of outcomes) {
    const { json, binary } = items[index] as INodeExecutionData;
    const output: INodeExecutionData = {
      json: { ...json, [outcomeField]: outcome as unknown as IDataObject },
      pairedItem: { item: index },
    };
    if (binary !== undefined) output.binary = binary;
    outputs[isFailure(outcome) ? 1 : 0].push(output);
    index += 1;
    const turn = yieldToEventLoop();
    if (turn !== undefined) await turn;
  }
  return outputs;
}
