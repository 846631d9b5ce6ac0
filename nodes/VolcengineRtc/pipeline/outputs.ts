import type { INodeExecutionData } from 'n8n-workflow';
import { isFailure, type Outcome, toJson } from './outcome';

/**
 * Deals the items out to Success and Failed, in their order, each linked to its input and with its outcome added.
 *
 * @param breathe called after every item, so that a long list does not block
 */
export async function toOutputs(
  items: readonly INodeExecutionData[],
  outcomes: readonly Outcome[],
  outcomeField: string,
  breathe: () => Promise<void>,
): Promise<[success: INodeExecutionData[], failed: INodeExecutionData[]]> {
  const outputs: [INodeExecutionData[], INodeExecutionData[]] = [[], []];
  for (const [index, { json, binary }] of items.entries()) {
    const outcome = outcomes[index] as Outcome;
    outputs[isFailure(outcome) ? 1 : 0].push({
      json: { ...json, [outcomeField]: toJson(outcome) },
      ...(binary !== undefined && { binary }),
      pairedItem: { item: index },
    });
    await breathe();
  }
  return outputs;
}
