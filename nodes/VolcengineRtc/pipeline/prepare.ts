import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import type { Operation } from '../operations/operation';
import type { Environment } from '../transport/environment';
import type { Post } from './attempt';
import { composePost } from './composePost';
import type { ItemReading } from './itemReading';
import { mappingProblem } from './mappingProblem';
import type { Run } from './Run';
import { defaultSettings, readSettings, type Settings } from './settings';
import { neverSent } from './verdicts';

/** Code of a run that was stopped before it began. */
export const cannotBegin = 'CannotBegin';

/** What a run works with. */
export interface Prepared {
  settings: Settings;
  post: Post;
}

/** What a run works on. */
export interface Input {
  items: readonly INodeExecutionData[];
  reading: ItemReading;
  /** Called after every item, so that a long list does not block. */
  breathe(): Promise<void>;
}

/**
 * Reads the options, makes sure that the mapping can work at all, and looks the credential up.
 *
 * Where that fails and the node is to continue on errors, the run is stopped before it begins, so that all items come
 * out on Failed: for an error that is thrown, n8n would pass them on to Success.
 *
 * @throws NodeOperationError for options out of range, for a mapping that yields no user from any item, and for a
 * credential that cannot be had
 */
export async function prepare(
  context: IExecuteFunctions,
  operation: Operation,
  { items, reading, breathe }: Input,
  run: Run,
  environment: Environment,
): Promise<Prepared> {
  let settings = defaultSettings(operation);
  try {
    settings = await readSettings(context, operation, items, breathe);
    const problem = mappingProblem(reading, items.length);
    if (problem !== undefined) throw new NodeOperationError(context.getNode(), problem);
    return { settings, post: await composePost(context, operation, settings, run, environment) };
  } catch (error) {
    run.cancelled?.throwIfAborted();
    if (!context.continueOnFail()) throw new NodeOperationError(context.getNode(), error as Error);
    run.stopFor({ code: cannotBegin, message: error instanceof Error ? error.message : String(error) });
    return {
      settings,
      post: async (attempts) => attempts.map((attempt) => neverSent(attempt, run.stopReason)),
    };
  }
}
