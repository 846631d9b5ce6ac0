import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Operation } from '../../operations/operation';
import type { YieldToEventLoop } from '../eventLoopYielder';
import type { Outcome } from '../outcome';
import { toOutputs } from './outputs';
import { toolOutcomes } from './toolOutcomes';

/**
 * The outputs of a run as n8n takes them. Of a node that an AI agent uses as a tool, only the first output reaches the
 * agent, so both groups are put there.
 */
export async function outputsFor(
  context: IExecuteFunctions,
  operation: Operation | undefined,
  items: readonly INodeExecutionData[],
  outcomes: Iterable<Outcome>,
  outcomeField: string,
  yieldToEventLoop: YieldToEventLoop,
): Promise<INodeExecutionData[][]> {
  if (!isTool(context)) return await toOutputs(items, outcomes, outcomeField, yieldToEventLoop);
  const seen = operation === undefined ? outcomes : toolOutcomes(outcomes, operation);
  return [(await toOutputs(items, seen, outcomeField, yieldToEventLoop)).flat(), []];
}

/** Not every agent of n8n runs its tools in a context that says so, but n8n always gives a tool a type of its own. */
function isTool(context: IExecuteFunctions): boolean {
  return context.isToolExecution?.() === true || /Tool$/.test(context.getNode().type);
}
