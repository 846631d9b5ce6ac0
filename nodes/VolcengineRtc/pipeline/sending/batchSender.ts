import type { Operation } from '../../operations/operation';
import type { Reply, Send } from '../../transport/send';
import { judge, stopReasonOf } from '../judging/judge';
import { subjectOf } from '../judging/terms';
import type { PendingEntry, SendBatch } from '../pendingEntry';
import type { Settings } from '../settings';
import type { StopReason } from '../stopReason';
import { apiRequest } from './apiRequest';
import type { GiveUpTimer } from './GiveUpTimer';
import type { RunState } from './RunState';

/** Sends entries of one group in one request, judges the reply, and stops what it says cannot go on. */
export function batchSender(
  operation: Operation,
  send: Send,
  { alreadySo, members }: Pick<Settings, 'alreadySo' | 'members'>,
  run: RunState,
  giveUpTimer: GiveUpTimer,
): SendBatch {
  return async (pending) => {
    const { appId } = (pending[0] as PendingEntry).entry.group;
    const entries = pending.map(({ entry }) => entry);
    const request = apiRequest(operation, entries, members);
    const reply = await send(request, run.stops.signalFor(appId));
    giveUpTimer.noteReply(reply);
    if (wasSent(reply)) run.requests += 1;
    const stop = stopReasonOf(reply, subjectOf(operation));
    if (stop?.ends === 'run') run.stops.stopRun(stop);
    if (stop?.ends === 'app') run.stops.endApp(appId, stop);
    // Only what has been stopped is not sent.
    const stopReason = () => run.stops.reasonFor(appId) as StopReason;
    return judge(reply, pending, { operation, alreadySo, stopReason });
  };
}

function wasSent(reply: Reply): boolean {
  return reply.kind === 'result' || (reply.kind === 'failure' && reply.error.meaning !== 'unsendable');
}
