import { outcomesInOrder } from '../../outcomes/outcomes';
import type { Play } from '../play';
import { demand, type Law } from './law';

/** Whether more messages would go out than the node may send, so that none does. */
export function hasTooMany({ script, expected }: Pick<Play, 'script' | 'expected'>): boolean {
  if (script.operation !== 'sendBroadcast') return false;
  return expected.filter(({ role }) => role === 'first').length > (script.options.maxBroadcasts ?? 1);
}

/** What holds for a run with more messages than it may send. */
export const guardLaws: Record<string, Law> = {
  'with more messages than are allowed none is sent': ({ recorder, ledger }) =>
    demand(recorder.sent.length + ledger.broadcasts.length === 0, () => `${recorder.sent.length} were sent`),

  'a node with too many messages stops, or says of every item that it was not sent': (play) => {
    if (play.isCancelled) return;
    demand(
      (play.error !== undefined) === !play.script.continuesOnFail,
      () => `thrown: ${String(play.error)}, continues: ${play.script.continuesOnFail}`,
    );
    for (const outcome of outcomesInOrder(play)) {
      const isRight = outcome.kind === 'notSent' && outcome.code === 'CannotBegin' && outcome.attempts === 0;
      demand(isRight && outcome.retryable === true, () => JSON.stringify(outcome));
    }
  },
};
