import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import type { Operation } from '../operations/operation';
import { type Explanation, inOneText } from '../transport/explanation';
import { processClock } from '../transport/time/clock';
import { asSeen, cannotBeSent } from './outcome';
import { outputsFor } from './results/outputsFor';
import { eventLoopYielder } from './eventLoopYielder';

/**
 * Stops the node before anything is sent. Where it is to continue on errors, all items come out on Failed: for an error
 * that is thrown, n8n would pass them on to Success.
 *
 * @param operation undefined where it is not known
 * @throws NodeOperationError where the node is to stop on errors
 */
export async function cannotBegin(
  context: IExecuteFunctions,
  operation: Operation | undefined,
  error: Error,
  outcomeField = 'outcome',
  clock = processClock,
): Promise<INodeExecutionData[][]> {
  const why = explanationOf(error);
  if (!context.continueOnFail()) {
    const stop = new NodeOperationError(context.getNode(), error);
    // In place of a message that names an errno such as ETIMEDOUT, n8n puts words of its own.
    stop.message = why.message;
    throw stop;
  }
  const items = context.getInputData();
  context.addExecutionHints?.({
    message: `Nothing was sent: ${inOneText(why)}`,
    type: 'warning',
    location: 'outputPane',
  });
  const outcomes = items.map(() => asSeen(cannotBeSent(why)));
  return await outputsFor(context, operation, items, outcomes, outcomeField, eventLoopYielder(clock));
}

/** Errors of n8n have a description as ours do, or null. */
function explanationOf({ message, description }: Error & { description?: unknown }): Explanation {
  return { message, ...(typeof description === 'string' && description !== '' && { description }) };
}
