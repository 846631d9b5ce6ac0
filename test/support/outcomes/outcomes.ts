import type { INodeExecutionData } from 'n8n-workflow';

/** The outcome of an item, as it is read by those who use the node. */
export interface SeenOutcome {
  success: boolean;
  userId?: string;
  code?: string;
  kind?: string;
  message?: string;
  retryable?: boolean;
  attempts: number;
  requestId?: string;
  httpStatus?: number;
  /** Of register or update. */
  action?: string;
  /** Of users that are found. */
  user?: unknown;
  /** Of online status. */
  online?: boolean;
  connections?: unknown;
}

/** An outcome, and whether it came out on Success. */
export type PlacedOutcome = SeenOutcome & { isSuccess: boolean };

/** The outcomes of items, in their order. */
export function outcomesOf(items: readonly INodeExecutionData[]): SeenOutcome[] {
  return items.map(({ json }) => json.outcome as unknown as SeenOutcome);
}

/** The outcomes of both outputs, by the id that the item names. */
export function outcomesById(result: {
  success: readonly INodeExecutionData[];
  failed: readonly INodeExecutionData[];
}): Record<string, PlacedOutcome> {
  const placed = placedOutcomes([result.success, result.failed]);
  return Object.fromEntries(placed.map(([{ json }, outcome]) => [String(json.UserId), outcome]));
}

/** The outcomes of both outputs in the order of the input; none for a run that threw. */
export function outcomesInOrder({
  outputs = [],
}: {
  outputs?: readonly INodeExecutionData[][];
}): PlacedOutcome[] {
  const outcomes: PlacedOutcome[] = [];
  for (const [item, outcome] of placedOutcomes(outputs)) outcomes[placeOf(item)] = outcome;
  return outcomes;
}

/** Place of the input item that an output item is linked to. */
export function placeOf({ pairedItem }: INodeExecutionData): number {
  return (pairedItem as { item: number }).item;
}

function placedOutcomes(
  outputs: ReadonlyArray<readonly INodeExecutionData[]>,
): Array<[INodeExecutionData, PlacedOutcome]> {
  return outputs.flatMap((items, output) =>
    items.map((item): [INodeExecutionData, PlacedOutcome] => [
      item,
      { ...(item.json.outcome as unknown as SeenOutcome), isSuccess: output === 0 },
    ]),
  );
}
