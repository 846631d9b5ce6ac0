import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import type { Operation } from '../operations/operation';
import type { Environment } from '../transport/environment';
import { composeSendBatch } from './sending/composeSendBatch';
import type { ItemReading } from './reading/itemReading';
import { mappingProblem } from './reading/mappingProblem';
import type { SendBatch } from './pendingEntry';
import type { RunState } from './sending/RunState';
import { defaultSettings, readSettings, type Settings } from './settings';

/** What a run works on. */
export interface Input {
  items: readonly INodeExecutionData[];
  reading: ItemReading;
  /** Called after every item, so that a long list does not block. */
  yieldToEventLoop(): Promise<void>;
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
    if (problem !== undefined) throw new NodeOperationError(context.getNode(), problem);
    return { settings, sendBatch: await composeSendBatch(context, operation, settings, run, environment) };
  } catch (error) {
    run.cancelled?.throwIfAborted();
    return { settings, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
