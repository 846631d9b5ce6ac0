import { isAnythingDone } from '../doneBy';
import { isWhollyStopped, mayBeDone, timerLateMs } from '../stops';
import { demand, type Law } from './law';

/** What holds for runs in which nothing works. */
export const endLaws: Record<string, Law> = {
  'an error is thrown only where the node shall stop, nothing works and nothing was done': (play) => {
    if (play.error === undefined || play.isCancelled) return;
    const isDone = isAnythingDone(play);
    const isAllowed = !play.script.continuesOnFail && !isDone && isWhollyStopped(play);
    demand(isAllowed, () => `thrown: ${String(play.error)}, after something was done: ${isDone}`);
  },

  'a node that shall stop does so where nothing can have been done': (play) => {
    const keepsOutcomes = play.lastRun === 1 && !play.hasThrown;
    if (play.outputs === undefined || play.script.continuesOnFail || keepsOutcomes) return;
    if (!isWhollyStopped(play, timerLateMs)) return;
    demand(mayBeDone(play), () => 'it went on');
  },
};
