import { type IExecuteFunctions, type INodeExecutionData, type JsonObject, NodeApiError } from 'n8n-workflow';
import type { Operation } from '../operations/operation';
import { type Environment, processEnvironment } from '../transport/environment';
import { firstAttempt, type Post } from './attempt';
import { type Batch, batches } from './batches';
import { entries } from './entries';
import { forEachConcurrently } from './forEachConcurrently';
import { itemReading } from './itemReading';
import { notSent } from './outcome';
import { Outcomes } from './Outcomes';
import { type Outputs, toOutputs } from './outputs';
import { cannotBegin, prepare } from './prepare';
import { progress } from './progress';
import type { Entry } from './readEntry';
import { Run } from './Run';
import { maxInFlight } from './settings';
import { summarize } from './summary';
import { toolOutcomes } from './toolOutcomes';
import { yielding } from './yielding';

/**
 * Runs an operation over the input items.
 *
 * @returns the items on Success and on Failed, every input item once
 * @throws NodeOperationError for options out of range; NodeApiError when no user can be processed, none has been,
 * and the node is to stop on errors
 */
export async function runOperation(
  context: IExecuteFunctions,
  operation: Operation,
  environment: Environment = processEnvironment,
): Promise<INodeExecutionData[][]> {
  const { clock } = environment;
  const startedAt = clock.now();
  const run = new Run(context.getExecutionCancelSignal());
  const items = context.getInputData();
  const breathe = yielding(clock);
  const reading = itemReading(context, operation, items);
  const input = { items, reading, breathe };
  const { settings, post } = await prepare(context, operation, input, run, environment);
  const settled = new Outcomes(items.length);
  const users = entries(items.length, operation, reading.readers, settled);
  const tell = progress(operation, items.length, settled, run, clock, (line) => context.logger.info(line));
  await forEachConcurrently(
    batches(users, settings.batchSize, breathe, run),
    maxInFlight(settings),
    async (batch) => {
      await settle(batch, post, settled);
      tell();
    },
  );
  run.cancelled?.throwIfAborted();
  throwIfNothingWorks(context, run, settled);
  if (run.fatal !== undefined && settled.someMayBeDone()) await readRest(users, breathe, run.cancelled);
  const outcomes = settled.all(
    notSent(run.stopReason, run.fatal?.code === cannotBegin ? cannotBegin : undefined),
  );
  const seen = isTool(context) ? toolOutcomes(outcomes, operation) : outcomes;
  const outputs = await toOutputs(items, seen, settings.outcomeField, breathe);
  const { requests, retries } = run;
  const tally = { users: settled.countUsers(), requests, retries, seconds: (clock.now() - startedAt) / 1000 };
  reportRun(context, summarize(operation, tally, settings.validateOnly, reading.unusedFields), outputs);
  // Only the first output reaches an AI agent that uses the node as a tool.
  return isTool(context) ? [outputs.flat(), []] : outputs;
}

/** Not every agent of n8n runs its tools in a context that says so, but n8n always gives a tool a type of its own. */
function isTool(context: IExecuteFunctions): boolean {
  return context.isToolExecution?.() === true || /Tool$/.test(context.getNode().type);
}

async function settle({ entries }: Batch, post: Post, settled: Outcomes): Promise<void> {
  const verdicts = await post(entries.map(firstAttempt));
  verdicts.forEach(({ outcome }, position) =>
    settled.settle((entries[position] as Entry).itemIndex, outcome),
  );
}

/** Reads the rows that had not been read when the run stopped: they may repeat users that have been processed. */
async function readRest(
  users: Iterator<Entry | undefined>,
  breathe: () => Promise<void>,
  cancelled: AbortSignal | undefined,
): Promise<void> {
  for (let next = users.next(); next.done !== true; next = users.next()) {
    await breathe();
    cancelled?.throwIfAborted();
  }
}

/** An error would hide what has been done, so it is thrown only where nothing can have been. */
function throwIfNothingWorks(context: IExecuteFunctions, { fatal }: Run, settled: Outcomes): void {
  if (fatal === undefined || context.continueOnFail() || settled.someMayBeDone()) return;
  const { code, message, httpStatus } = fatal;
  throw new NodeApiError(context.getNode(), { code, message } as JsonObject, {
    message,
    description: `Nothing was changed for any user. Error code: ${code}.`,
    httpCode: httpStatus === undefined ? undefined : String(httpStatus),
  });
}

function reportRun(context: IExecuteFunctions, message: string, [, failed]: Outputs): void {
  context.addExecutionHints?.({
    message,
    type: failed.length > 0 ? 'warning' : 'info',
    location: 'outputPane',
  });
}
