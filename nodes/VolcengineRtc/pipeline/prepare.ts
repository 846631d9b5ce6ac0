import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Operation } from '../operations/operation';
import type { Environment } from '../transport/environment';
import { composeSendBatch } from './sending/composeSendBatch';
import type { YieldToEventLoop } from './eventLoopYielder';
import { entries } from './reading/entries';
import type { ItemReading } from './reading/itemReading';
import { mappingProblem } from './reading/mappingProblem';
import { operationError } from './operationError';
import type { SendBatch } from './pendingEntry';
import type { RunState } from './sending/RunState';
import { defaultSettings, readSettings, type Settings } from './settings';

/** What a run works on. */
export interface Input {
  items: readonly INodeExecutionData[];
  reading: ItemReading;
  /** Called after every item, so that a long list does not block. */
  yieldToEventLoop: YieldToEventLoop;
}

/** What a run works with. */
export interface Ready {
  settings: Settings;
  sendBatch: SendBatch;
}

/** What a run works with, or why it cannot begin. */
export type Prepared = Ready | { settings: Settings; error: Error };

/** Reads the options, makes sure that the mapping can work at all, and looks the credential up. */
export async function prepare(
  context: IExecuteFunctions,
  operation: Operation,
  { items, reading, yieldToEventLoop }: Input,
  run: RunState,
  environment: Environment,
): Promise<Prepared> {
  let settings = defaultSettings(operation);
  try {
    settings = await readSettings(context, operation, items, yieldToEventLoop);
    const problem = mappingProblem(reading, items.length);
    if (problem !== undefined) throw operationError(context.getNode(), problem);
    await assertNotTooMany(context, operation, settings, { items, reading, yieldToEventLoop });
    return { settings, sendBatch: await composeSendBatch(context, operation, settings, run, environment) };
  } catch (error) {
    run.cancelled?.throwIfAborted();
    return { settings, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** @throws NodeOperationError where more items would be sent than the node is allowed to */
async function assertNotTooMany(
  context: IExecuteFunctions,
  operation: Operation,
  { mostItems }: Settings,
  { items, reading, yieldToEventLoop }: Input,
): Promise<void> {
  if (mostItems === undefined || operation.mostItems === undefined) return;
  let valid = 0;
  for (const { is } of entries(items.length, operation, reading.readers)) {
    if (is === 'entry') valid += 1;
    await yieldToEventLoop();
  }
  if (valid <= mostItems) return;
  const { field, code } = operation.mostItems;
  const what = `${valid} ${operation.words.one}s would be sent, and '${field.displayName}' allows ${mostItems}`;
  throw operationError(context.getNode(), {
    message: `${what} (${code}). Nothing was sent.`,
    description: `If you want to send all of them, raise '${field.displayName}'.`,
  });
}
