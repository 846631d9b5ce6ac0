import type { IExecuteFunctions } from 'n8n-workflow';
import type { Operation } from '../../operations/operation';
import { backoffMs } from '../../transport/time/backoff';
import { CircuitBreaker } from '../../transport/CircuitBreaker';
import { connectApi } from '../../transport/connectApi';
import type { Environment } from '../../transport/environment';
import { batchSender } from './batchSender';
import { GiveUpTimer } from './GiveUpTimer';
import { succeeded } from '../judging/judge';
import { unreachedReason } from '../judging/messages';
import { subjectOf } from '../judging/terms';
import type { SendBatch } from '../pendingEntry';
import type { RunState } from './RunState';
import { defaultGiveUpAfterMs, maxInFlight, type Settings } from '../settings';
import { withFollowUp } from './withFollowUp';
import { withHalving } from './withHalving';
import { type Pause, withRetry } from './withRetry';

/**
 * How the batches of a run are sent: halved when refused as a whole, retried when they may succeed the next
 * time, throttled, signed and sent by n8n.
 */
export async function composeSendBatch(
  context: IExecuteFunctions,
  operation: Operation,
  settings: Settings,
  run: RunState,
  environment: Environment,
): Promise<SendBatch> {
  if (settings.validateOnly) return validateOnly(run);
  const { giveUpAfterMs } = settings;
  const giveUpTimer = new GiveUpTimer(giveUpAfterMs, environment.clock, run.stops.stopRun, run.ended);
  const breaker = new CircuitBreaker(environment.clock, (last) =>
    run.stops.stopRun(unreachedReason(last, subjectOf(operation))),
  );
  const sendWith = async (one: Operation) =>
    await composeFor(context, one, settings, run, { giveUpTimer, breaker }, environment);
  const sendBatch = await sendWith(operation);
  const then = operation.alreadySo?.then;
  if (then === undefined) return sendBatch;
  const followUpSize = Math.min(settings.batchSize, then.limits.rowsPerRequest);
  return withFollowUp(sendBatch, await sendWith(then), followUpSize);
}

/** What watches over all requests of a run, whatever their action is. */
interface Watching {
  giveUpTimer: GiveUpTimer;
  breaker: CircuitBreaker;
}

/** How the batches of one API action are sent. */
async function composeFor(
  context: IExecuteFunctions,
  operation: Operation,
  settings: Settings,
  run: RunState,
  { giveUpTimer, breaker }: Watching,
  environment: Environment,
): Promise<SendBatch> {
  const { api, limits } = operation;
  const { giveUpAfterMs, maxAttempts } = settings;
  const send = await connectApi(
    context,
    {
      action: api.action,
      requestsPerSecond: limits.requestsPerSecond,
      mostReplyBytes: limits.replyBytes,
    },
    {
      timeoutMs: settings.timeoutMs,
      maxRequestsPerSecond: settings.maxRequestsPerSecond,
      maxInFlight: maxInFlight(operation, settings),
      onSend: () => giveUpTimer.noteSend(),
      breaker,
      cancelled: run.cancelled,
      ended: run.ended,
    },
    environment,
  );
  const sendBatch = batchSender(operation, send, settings, run, giveUpTimer);
  const retryLimits = { maxAttempts, throttledMs: giveUpAfterMs === 0 ? defaultGiveUpAfterMs : Infinity };
  return withHalving(withRetry(sendBatch, retryLimits, pauseOf(run, environment), environment.clock));
}

/** Invalid items never get here, so all of these are valid. */
function validateOnly(run: RunState): SendBatch {
  return async (pending) => {
    run.requests += 1;
    return pending.map((one) => {
      const { outcome, ...verdict } = succeeded(one, {}, { code: 'Validated' });
      return { ...verdict, outcome: { ...outcome, attempts: 0 } };
    });
  };
}

/** Waits before a retry; no longer than the app's users are to be sent. */
function pauseOf(run: RunState, { clock, random }: Environment): Pause {
  return async (failures, retryAfterMs, appId) => {
    const signal = run.stops.signalFor(appId);
    await clock.sleep(backoffMs(failures, retryAfterMs, random()), signal).catch(() => undefined);
    run.cancelled?.throwIfAborted();
    if (!signal.aborted) run.retries += 1;
  };
}
