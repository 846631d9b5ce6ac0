import type { INodeExecutionData } from 'n8n-workflow';
import type { NodeResult } from './registerUsers';

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
}

/** The outcomes of items, in their order. */
export function outcomesOf(items: readonly INodeExecutionData[]): SeenOutcome[] {
  return items.map(({ json }) => json.outcome as unknown as SeenOutcome);
}

/** The outcomes of both outputs, by the id that the item names. */
export function outcomesById({
  success,
  failed,
}: NodeResult): Record<string, SeenOutcome & { isSuccess: boolean }> {
  const entriesOf = (items: readonly INodeExecutionData[], isSuccess: boolean) =>
    items.map(({ json }) => [
      String(json.UserId),
      { ...(json.outcome as unknown as SeenOutcome), isSuccess },
    ]);
  return Object.fromEntries([...entriesOf(success, true), ...entriesOf(failed, false)]);
}
