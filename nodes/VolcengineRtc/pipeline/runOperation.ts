import { type IExecuteFunctions, type INodeExecutionData, type JsonObject, NodeApiError } from 'n8n-workflow';
import type { Operation } from '../operations/operation';
import { type Environment, processEnvironment } from '../transport/environment';
import { joined } from '../transport/explanation';
import type { Entry } from './entry';
import { type Batch, batches } from './sending/batches';
import { cannotBegin } from './cannotBegin';
import { entries } from './reading/entries';
import { forEachConcurrently } from './sending/forEachConcurrently';
import { itemReading } from './reading/itemReading';
import { notSent } from './outcome';
import { Outcomes } from './results/Outcomes';
import { outputsFor } from './results/outputsFor';
import { pendingEntry, type SendBatch, type Verdict } from './pendingEntry';
import { type Input, prepare, type Ready } from './prepare';
import { progressLogger } from './results/progressLogger';
import { earlierOutcomes, rememberOutcomes } from './results/rerun';
import { sendable } from './sendable';
import { RunState } from './sending/RunState';
import { maxInFlight } from './settings';
import type { StopSignals } from './sending/StopSignals';
import type { StopReason } from './stopReason';
import { summarize } from './results/summary';
import { isExpression } from './reading/valueReader';
import { eventLoopYielder, type YieldToEventLoop } from './eventLoopYielder';

/** A placeholder: without a reason to stop, every item has an outcome of its own. */
const noReason: StopReason = { code: 'NotSent', message: 'it ended before its turn' };

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
  const items = context.getInputData();
  const reading = itemReading(context, operation, items);
  const input = { items, reading, yieldToEventLoop: eventLoopYielder(environment.clock) };
  const run = new RunState(context.getExecutionCancelSignal(), !isExpression(reading.request[0].raw));
  try {
    const prepared = await prepare(context, operation, input, run, environment);
    return await ('error' in prepared
      ? cannotBegin(context, operation, prepared.error, prepared.settings.outcomeField, environment.clock)
      : processItems(context, operation, input, run, prepared, environment));
  } finally {
    run.close();
  }
}

async function processItems(
  context: IExecuteFunctions,
  operation: Operation,
  { items, reading, yieldToEventLoop }: Input,
  run: RunState,
  { settings, sendBatch }: Ready,
  { clock }: Environment,
): Promise<INodeExecutionData[][]> {
  const startedAt = clock.now();
  const outcomes = new Outcomes(items.length);
  const earlier = earlierOutcomes(context, items);
  if (earlier !== undefined) outcomes.takeOver(earlier);
  const users = sendable(entries(items.length, operation, reading.readers), run.stops, outcomes);
  const logProgress = progressLogger(operation, items.length, outcomes, run, clock, (line) =>
    context.logger.info(line),
  );
  await forEachConcurrently(
    batches(users, settings.batchSize, yieldToEventLoop, {
      stopped: run.stops.stopped,
      cancelled: run.cancelled,
    }),
    maxInFlight(operation, settings),
    async (batch) => {
      await send(batch, sendBatch, outcomes);
      logProgress();
    },
  );
  run.cancelled?.throwIfAborted();
  // A second run has the outcomes of the first to return, whatever becomes of the rest.
  if (earlier === undefined) throwIfNothingWorks(context, operation, run.stops, outcomes);
  if (run.stops.reason !== undefined && outcomes.someMayBeDone)
    await readUnsentItems(users, yieldToEventLoop, run.cancelled);
  rememberOutcomes(context, items, outcomes);
  const { requests, retries } = run;
  const tally = {
    users: outcomes.countUsers(),
    requests,
    retries,
    seconds: (clock.now() - startedAt) / 1000,
  };
  report(context, summarize(operation, tally, settings.validateOnly, reading.unusedFields), outcomes);
  const unknown = notSent(run.stops.reason ?? noReason);
  return await outputsFor(
    context,
    operation,
    items,
    outcomes.all(unknown),
    settings.outcomeField,
    yieldToEventLoop,
  );
}

async function send({ entries: batch }: Batch, sendBatch: SendBatch, outcomes: Outcomes): Promise<void> {
  const verdicts = await sendBatch(
    batch.map((entry) => pendingEntry(entry, outcomes.doubtOf(entry.itemIndex))),
  );
  for (const [position, { itemIndex }] of batch.entries()) {
    const { outcome, isUncertain } = verdicts[position] as Verdict;
    outcomes.record(itemIndex, outcome, isUncertain);
  }
}

/** Reads the rows that had not been read when the run stopped: they may repeat users that have been processed. */
async function readUnsentItems(
  users: Iterator<Entry | undefined>,
  yieldToEventLoop: YieldToEventLoop,
  cancelled: AbortSignal | undefined,
): Promise<void> {
  for (let next = users.next(); next.done !== true; next = users.next()) {
    await yieldToEventLoop();
    cancelled?.throwIfAborted();
  }
}

/** Throws only if nothing can have been done, since an error would hide the outcomes. */
function throwIfNothingWorks(
  context: IExecuteFunctions,
  { words }: Operation,
  stops: StopSignals,
  outcomes: Outcomes,
): void {
  const reason = stops.reason ?? (stops.haveAllAppsEnded ? stops.firstAppReason : undefined);
  if (reason === undefined || context.continueOnFail() || outcomes.someMayBeDone) return;
  const { code, message, description, httpStatus } = reason;
  const outcome = `No ${words.one} was processed. Error code: ${code}.`;
  const error = new NodeApiError(context.getNode(), { code, message } as JsonObject, {
    message,
    description: description === undefined ? outcome : joined(description, outcome),
    httpCode: httpStatus === undefined ? undefined : String(httpStatus),
  });
  // In place of a message that names an errno such as ECONNRESET, n8n puts words of its own.
  error.message = message;
  throw error;
}

/** Sums a run up in the output panel. */
function report(context: IExecuteFunctions, message: string, outcomes: Outcomes): void {
  // A row that contradicts another one of its user is on Failed, though the user is not.
  const hasFailures = outcomes.failed > 0 || outcomes.countUsers().failed > 0;
  context.addExecutionHints?.({ message, type: hasFailures ? 'warning' : 'info', location: 'outputPane' });
}
