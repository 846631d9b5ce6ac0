import type { IExecuteFunctions } from 'n8n-workflow';
import type { Operation } from '../operations/operation';
import { apiSend } from '../transport/apiSend';
import { backoffMs } from '../transport/backoff';
import type { Environment } from '../transport/environment';
import type { Send } from '../transport/send';
import type { Post } from './attempt';
import { batchPost } from './batchPost';
import type { Run } from './Run';
import { maxInFlight, type Settings } from './settings';
import { succeeded } from './verdicts';
import { withHalving } from './withHalving';
import { withRetry } from './withRetry';

/**
 * How the batches of a run are sent: halved when refused as a whole, retried when they may succeed the next
 * time, throttled, signed and sent by n8n.
 */
export async function composePost(
  context: IExecuteFunctions,
  operation: Operation,
  settings: Settings,
  run: Run,
  environment: Environment,
): Promise<Post> {
  if (settings.validateOnly) return validateOnly(run);
  const { stopped, cancelled } = run;
  const { api, limits } = operation;
  const send = await apiSend(
    context,
    { ...api, ...limits },
    { ...settings, maxInFlight: maxInFlight(settings), stopped, cancelled },
    environment,
  );
  const rules = {
    failedUsers: operation.failedUsers,
    existingUsers: settings.existingUsers,
    stopReason: () => run.stopReason,
  };
  const post = batchPost(operation, counted(send, run), rules, run.stopFor);
  return withHalving(withRetry(post, settings.maxAttempts, pauseOf(run, environment)));
}

/** Everything that comes this far is valid. */
function validateOnly(run: Run): Post {
  return async (attempts) => {
    run.requests += 1;
    return attempts.map((attempt) => {
      const { outcome, ...verdict } = succeeded(attempt, {});
      return { ...verdict, outcome: { ...outcome, attempts: 0, code: 'Validated' } };
    });
  };
}

function counted(send: Send, run: Run): Send {
  return async (request) => {
    const reply = await send(request);
    if (reply.kind !== 'stopped' && reply.kind !== 'unsendable') run.requests += 1;
    return reply;
  };
}

/** Waits before a retry; no longer than the run goes on. */
function pauseOf(
  run: Run,
  { clock, random }: Environment,
): (failures: number, retryAfterMs: number) => Promise<void> {
  const signal = AbortSignal.any([run.stopped, ...(run.cancelled === undefined ? [] : [run.cancelled])]);
  return async (failures, retryAfterMs) => {
    await clock.sleep(backoffMs(failures, retryAfterMs, random()), signal).catch(() => undefined);
    run.cancelled?.throwIfAborted();
    if (!run.stopped.aborted) run.retries += 1;
  };
}
