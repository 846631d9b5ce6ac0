import type { INodeExecutionData } from 'n8n-workflow';
import type { Play } from './play';

/** The outcome of an item, as it is read by those who use the node. */
export interface SeenOutcome {
  isSuccess: boolean;
  userId?: string;
  code?: string;
  kind?: string;
  message?: string;
  retryable?: boolean;
  attempts: number;
  requestId?: string;
  httpStatus?: number;
}

/** Place of the input item that an output item is linked to. */
export function placeOf({ pairedItem }: INodeExecutionData): number {
  return (pairedItem as { item: number }).item;
}

/** The outcomes in the order of the input; empty for a run that threw. */
export function outcomesOf({ outputs = [] }: Play): SeenOutcome[] {
  const outcomes: SeenOutcome[] = [];
  for (const [output, items] of outputs.entries()) {
    for (const item of items) {
      outcomes[placeOf(item)] = { ...(item.json.outcome as object), isSuccess: output === 0 } as SeenOutcome;
    }
  }
  return outcomes;
}
