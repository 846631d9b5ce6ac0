import { factsOf } from '../facts';
import type { Sent, UserTold } from '../Recorder';
import { isStoppedFor } from '../stops';
import { allowsAnotherRequest, leavesDoubt } from '../told';
import { historiesOf, type Pair, pairsOf } from './histories';
import { demand, type Law } from './law';

const retried = ['throttled', 'requestThrottled', 'transient', 'noAnswer', 'noConnection', 'stranger'];

/** So long one row is sent again that is throttled each time, where the run itself does not give up. */
const throttledMs = 300_000;

const describe = ({ action, appId, userIds, startedAt, told }: Sent) =>
  `at ${startedAt}: ${action} for app ${appId}, ${userIds.join()}: ${told?.join()}`;

/** The longest stretch of requests of a user that were retries of one another. */
function longestStretch(history: readonly UserTold[]): number {
  let longest = 0;
  let stretch = 0;
  for (const { told } of history) {
    if (told !== 'requestThrottled') stretch += 1;
    longest = Math.max(longest, stretch);
    if (told === 'requestRefused') stretch = 0;
  }
  return longest;
}

/** Whether a row may be sent after what a request of the same run has told about it. */
function mayFollow({ before, after, one }: Pair): boolean {
  const isNextAction = before.sent.action !== after.sent.action;
  if (isNextAction)
    return one.isFollowed && after.sent.action === 'BatchUpdateUser' && before.told === 'exists';
  return before.told !== undefined && allowsAnotherRequest(before.told);
}

/**
 * Whether a second run of the node may send a row again: it may mend what was not the user's fault, settle what is in
 * doubt, and go on with what the first had no time for.
 */
function mayBeMended({ before, earlier, one }: Pair): boolean {
  const isDoubtful = earlier.some(({ told }) => told !== undefined && leavesDoubt(told));
  const isVanished = one.isFollowed && before.sent.action === 'BatchUpdateUser';
  switch (before.told) {
    case 'fatal':
    case 'appFatal':
    case 'unsendable':
    case 'quotaUsedUp':
      return true;
    case 'exists':
      return one.isFollowed;
    case 'refused':
    case 'missing':
      return isDoubtful || isVanished;
    default:
      return before.told !== undefined && allowsAnotherRequest(before.told);
  }
}

/** What holds for when something is sent, and how often. */
export const sendingLaws: Record<string, Law> = {
  'a user is never sent again after it succeeded or was refused for good': (play) =>
    pairsOf(play).forEach((pair) => {
      const { before, after } = pair;
      const isSameRun = before.sent.run === after.sent.run;
      // A second run knows nothing of a first one that threw.
      const isRight = isSameRun ? mayFollow(pair) : mayBeMended(pair) || play.hasThrown;
      demand(isRight, () => `${describe(before.sent)}\n${describe(after.sent)}`);
    }),

  'a user is never in two requests at once': (play) =>
    pairsOf(play).forEach(({ before: { sent }, after }) =>
      demand((sent.toldAt ?? Infinity) <= after.sent.startedAt, () => describe(after.sent)),
    ),

  'a user is sent again no sooner than the service asks': (play) =>
    pairsOf(play).forEach(({ before, after }) => {
      if (!retried.includes(before.told ?? '') || before.sent.run < after.sent.run) return;
      const { retryAfterMs = 0, toldAt = 0 } = before.sent;
      demand(after.sent.startedAt >= toldAt + Math.min(60_000, retryAfterMs), () => describe(after.sent));
    }),

  'no request is sent more often than the attempts allow, and none is given up before': (play) => {
    const { maxAttempts } = play.bounds;
    const { effect } = factsOf(play.script);
    const isEnded = play.endedAt === undefined || play.isCancelled;
    for (const whole of historiesOf(play)) {
      const runs = [0, 1].map((run) => whole.filter(({ sent }) => sent.run === run));
      for (const history of runs) {
        for (const action of factsOf(play.script).actions) {
          const longest = longestStretch(history.filter(({ sent }) => sent.action === action));
          demand(longest <= maxAttempts, () => `${longest} attempts of ${maxAttempts}`);
        }
      }
      const { told, sent } = runs[play.lastRun]?.at(-1) ?? {};
      if (isEnded || sent === undefined || !retried.includes(told ?? '')) continue;
      if (isStoppedFor(play, sent.appId)) continue;
      // What works once may have worked.
      if (effect === 'once' && leavesDoubt(told as 'noAnswer')) continue;
      const history = (runs[play.lastRun] as UserTold[]).filter((one) => one.sent.action === sent.action);
      const since = (sent.toldAt ?? 0) - (history[0]?.sent.toldAt ?? 0);
      if (effect === 'once' && told === 'requestThrottled' && since >= throttledMs - 1) continue;
      const lastRefusal = history.findLastIndex((one) => one.told === 'requestRefused');
      const tail = history.slice(lastRefusal + 1).filter((one) => one.told !== 'requestThrottled').length;
      demand(tail === maxAttempts, () => `given up after ${tail} attempts of ${maxAttempts}`);
    }
  },

  'the number of requests is bounded': ({ recorder, bounds }) => {
    const isHalved = recorder.sent.some(({ told }) => told?.includes('requestRefused'));
    const most = isHalved ? bounds.requests : bounds.plainRequests;
    for (const run of [0, 1]) {
      const count = recorder.sent.filter(
        ({ told, ...sent }) => sent.run === run && told?.[0] !== 'requestThrottled',
      ).length;
      demand(count <= most, () => `${count} requests, ${most} at most`);
    }
  },
};
