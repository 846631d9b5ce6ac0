import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import type { Operation } from '../operations/operation';
import type { Environment } from '../transport/environment';
import type { Post } from './attempt';
import { composePost } from './composePost';
import type { Run } from './Run';
import { defaultSettings, readSettings, type Settings } from './settings';
import { neverSent } from './verdicts';

/** What a run works with. */
export interface Prepared {
  settings: Settings;
  post: Post;
}

/**
 * Reads the options and looks the credential up.
 *
 * Where that fails and the node is to continue on errors, the run is stopped before it begins, so that all items come
 * out on Failed: for an error that is thrown, n8n would pass them on to Success.
 *
 * @throws NodeOperationError for options out of range, and for a credential that cannot be had
 */
export async function prepare(
  context: IExecuteFunctions,
  operation: Operation,
  run: Run,
  environment: Environment,
): Promise<Prepared> {
  let settings = defaultSettings(operation);
  try {
    settings = readSettings(context, operation);
    return { settings, post: await composePost(context, operation, settings, run, environment) };
  } catch (error) {
    if (!context.continueOnFail()) throw new NodeOperationError(context.getNode(), error as Error);
    run.stopFor({ code: 'CannotBegin', message: error instanceof Error ? error.message : String(error) });
    return {
      settings,
      post: async (attempts) => attempts.map((attempt) => neverSent(attempt, run.stopReason)),
    };
  }
}
