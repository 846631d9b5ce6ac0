import type { IExecuteFunctions } from 'n8n-workflow';
import type { Operation } from '../operations/operation';
import type { Environment } from '../transport/environment';
import { composeSendBatch } from './composeSendBatch';
import type { SendBatch } from './pendingEntry';
import type { RunState } from './RunState';
import { defaultSettings, readSettings, type Settings } from './settings';

/** What a run works with. */
export interface Ready {
  settings: Settings;
  sendBatch: SendBatch;
}

/** What a run works with, or why it cannot begin. */
export type Prepared = Ready | { settings: Settings; error: Error };

/** Reads the options and looks the credential up. */
export async function prepare(
  context: IExecuteFunctions,
  operation: Operation,
  run: RunState,
  environment: Environment,
): Promise<Prepared> {
  let settings = defaultSettings(operation);
  try {
    settings = readSettings(context, operation);
    return { settings, sendBatch: await composeSendBatch(context, operation, settings, run, environment) };
  } catch (error) {
    run.cancelled?.throwIfAborted();
    return { settings, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
