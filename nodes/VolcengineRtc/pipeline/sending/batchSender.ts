import type { Operation } from '../../operations/operation';
import type { Reply, Send } from '../../transport/send';
import type { GiveUpTimer } from './GiveUpTimer';
import { type ExistingUsers, judge, stopReasonOf } from '../judging/judge';
import type { PendingEntry, SendBatch } from '../pendingEntry';
import type { RunState } from './RunState';
import type { StopReason } from './StopSignals';

/** Sends entries of one app in one request, judges the reply, and stops what it says cannot go on. */
export function batchSender(
  { api, toBody }: Operation,
  send: Send,
  existingUsers: ExistingUsers,
  run: RunState,
  giveUpTimer: GiveUpTimer,
): SendBatch {
  return async (pending) => {
    const { appId } = (pending[0] as PendingEntry).entry;
    const users = pending.map(({ entry }) => entry.json);
    const reply = await send({ ...api, body: toBody(appId, users) }, run.stops.signalFor(appId));
    giveUpTimer.noteReply(reply);
    if (wasSent(reply)) run.requests += 1;
    const stop = stopReasonOf(reply);
    if (stop?.ends === 'run') run.stops.stopRun(stop);
    if (stop?.ends === 'app') run.stops.endApp(appId, stop);
    // Only what has been stopped is not sent.
    const stopReason = () => run.stops.reasonFor(appId) as StopReason;
    return judge(reply, pending, { existingUsers, stopReason });
  };
}

function wasSent(reply: Reply): boolean {
  return reply.kind === 'result' || (reply.kind === 'failure' && reply.error.meaning !== 'unsendable');
}
