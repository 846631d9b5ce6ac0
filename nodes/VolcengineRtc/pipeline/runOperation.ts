import { type IExecuteFunctions, type INodeExecutionData, type JsonObject, NodeApiError } from 'n8n-workflow';
import type { Operation } from '../operations/operation';
import { apiSend } from '../transport/apiSend';
import { processClock as clock } from '../transport/clock';
import { type Batch, batches } from './batches';
import { columnReader } from './columnReader';
import { entries } from './entries';
import { forEachConcurrently } from './forEachConcurrently';
import { isFailure, notSent, type Outcome } from './outcome';
import { Outcomes } from './Outcomes';
import { toOutputs } from './outputs';
import type { Readers } from './readEntry';
import { Run } from './Run';
import { readSettings, type Settings } from './settings';
import { settleBatch, type Settlement } from './settleBatch';
import { summarize } from './summary';
import { yielding } from './yielding';

/** Latency at which the full rate still holds: this many seconds' worth of requests may be in flight. */
const coveredLatencySeconds = 1.2;

/**
 * Runs an operation over the input items.
 *
 * @returns the items on Success and on Failed, every input item once
 * @throws NodeOperationError for options out of range; NodeApiError when no user can be processed, nothing has
 * been, and the node is to stop on errors
 */
export async function runOperation(
  context: IExecuteFunctions,
  operation: Operation,
): Promise<INodeExecutionData[][]> {
  const startedAt = clock.now();
  const items = context.getInputData();
  const settings = readSettings(context, operation);
  const run = new Run(new Outcomes(items.length), context.getExecutionCancelSignal());
  const breathe = yielding(clock);
  const users = entries(items.length, operation, readersOf(context, items), run.outcomes);
  const settle = await settlerOf(context, operation, settings, run.signal);
  await forEachConcurrently(
    batches(users, settings.batchSize, breathe, run.signal),
    Math.ceil(settings.maxRequestsPerSecond * coveredLatencySeconds),
    async (batch) => await run.settle(batch, async () => await settle(batch)),
  );
  context.getExecutionCancelSignal()?.throwIfAborted();
  throwIfNothingWorks(context, run);
  const outcomes = run.outcomes.all(notSent(run.fatal?.message ?? ''));
  reportRun(context, operation, settings, run, outcomes, (clock.now() - startedAt) / 1000);
  const outputs = await toOutputs(items, outcomes, settings.outcomeField, breathe);
  // Only the first output reaches an AI agent that uses the node as a tool.
  return context.isToolExecution?.() === true ? [outputs.flat(), []] : outputs;
}

function readersOf(context: IExecuteFunctions, items: readonly INodeExecutionData[]): Readers {
  return {
    appId: (itemIndex) => context.getNodeParameter('appId', itemIndex, ''),
    column: columnReader(context, items),
  };
}

/** How a batch gets its outcomes: from the service, or, to validate only, from having got this far. */
async function settlerOf(
  context: IExecuteFunctions,
  operation: Operation,
  settings: Settings,
  signal: AbortSignal,
): Promise<(batch: Batch) => Promise<Settlement>> {
  if (settings.validateOnly) {
    return async ({ entries }) => ({
      outcomes: entries.map(({ userId }) => ({ userId, attempts: 0, code: 'Validated' })),
    });
  }
  const send = await apiSend(context, operation.api.action, settings);
  return async (batch) => await settleBatch(batch, operation, send, settings.existingUsers, signal);
}

function throwIfNothingWorks(context: IExecuteFunctions, { fatal, outcomes }: Run): void {
  if (fatal === undefined || context.continueOnFail() || outcomes.hasSuccess()) return;
  const { code, message, httpStatus } = fatal;
  throw new NodeApiError(context.getNode(), { code, message } as JsonObject, {
    message,
    description: `No user was processed. The service answered with ${code}.`,
    httpCode: httpStatus === undefined ? undefined : String(httpStatus),
  });
}

function reportRun(
  context: IExecuteFunctions,
  operation: Operation,
  { validateOnly }: Settings,
  { requests, retries }: Run,
  outcomes: readonly Outcome[],
  seconds: number,
): void {
  const failed = outcomes.filter(isFailure).length;
  const tally = { succeeded: outcomes.length - failed, failed, requests, retries, seconds };
  context.addExecutionHints?.({
    message: summarize(operation, tally, validateOnly),
    type: 'info',
    location: 'outputPane',
  });
}
