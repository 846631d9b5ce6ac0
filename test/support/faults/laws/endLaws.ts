import { registeredWhen } from '../registeredWhen';
import { isWhollyStopped, mayBeDone } from '../stops';
import { demand, type Law } from './law';

/** What holds for runs in which nothing works. */
export const endLaws: Record<string, Law> = {
  'an error is thrown only where the node shall stop, nothing works and nothing was registered': (play) => {
    if (play.error === undefined || play.isCancelled) return;
    const hasRegistered = play.expected.some((one) => registeredWhen(play, one.appId, one.userId) === 'now');
    const isAllowed = !play.script.continuesOnFail && !hasRegistered && isWhollyStopped(play);
    demand(isAllowed, () => `thrown: ${String(play.error)}, after users were registered: ${hasRegistered}`);
  },

  'a node that shall stop does so where no user can have been registered': (play) => {
    const keepsOutcomes = play.lastRun === 1 && !play.hasThrown;
    if (play.outputs === undefined || play.script.continuesOnFail || keepsOutcomes) return;
    if (!isWhollyStopped(play)) return;
    demand(mayBeDone(play), () => 'it went on');
  },
};
