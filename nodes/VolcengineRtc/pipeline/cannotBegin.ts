import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { processClock } from '../transport/clock';
import { notSent } from './outcome';
import { type Outputs, toOutputs } from './outputs';
import { yielding } from './yielding';

/**
 * Stops the node before anything is sent. Where it is to continue on errors, all items come out on Failed: for an error
 * that is thrown, n8n would pass them on to Success.
 *
 * @throws NodeOperationError where the node is to stop on errors
 */
export async function cannotBegin(
  context: IExecuteFunctions,
  error: Error,
  outcomeField = 'outcome',
  clock = processClock,
): Promise<Outputs> {
  if (!context.continueOnFail()) throw new NodeOperationError(context.getNode(), error);
  const items = context.getInputData();
  const reason = { code: 'CannotBegin', message: error.message };
  const outcomes = items.map(() => notSent(reason));
  return await toOutputs(items, outcomes, outcomeField, yielding(clock));
}
