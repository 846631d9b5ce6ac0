import type { Play } from '../play';
import type { Sent, UserTold } from '../Recorder';
import { isStoppedFor } from '../stops';
import { allowsAnotherRequest, leavesDoubt } from '../told';
import { demand, type Law } from './law';
import { oncePerPlay } from './oncePerPlay';

const retried = ['throttled', 'requestThrottled', 'transient', 'noAnswer', 'noConnection', 'stranger'];

/** What was told about each user, from its first request to its last. */
function historiesOf({ expected, recorder }: Play): UserTold[][] {
  return expected
    .filter(({ role }) => role === 'first')
    .map(({ appId, userId }) => recorder.historyOf(appId, userId));
}

/** Each request of a user with the one before it, and all that came before that. */
function pairsOf(play: Play): Array<[before: UserTold, after: UserTold, earlier: UserTold[]]> {
  return historiesOf(play).flatMap((history) =>
    history
      .slice(1)
      .map((after, at): [UserTold, UserTold, UserTold[]] => [
        history[at] as UserTold,
        after,
        history.slice(0, at),
      ]),
  );
}

const describe = ({ appId, userIds, startedAt, told }: Sent) =>
  `at ${startedAt}: app ${appId}, ${userIds.join()}: ${told?.join()}`;

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

/** What holds for what is sent, and when. */
export const sendingLaws: Record<string, Law> = {
  'a request is for users of one app, no more than the batch size, in input order and each once': (play) => {
    for (const sent of play.recorder.sent) {
      const order = sent.userIds.map((id) => placeOfUser(play, sent.appId, id));
      const isSorted = order.every((place, at) => at === 0 || place > (order[at - 1] as number));
      const size = play.script.options.batchSize ?? 20;
      demand(
        order.every((place) => place >= 0),
        () => `unknown users ${describe(sent)}`,
      );
      demand(isSorted && order.length > 0 && order.length <= size, () => describe(sent));
    }
  },

  'what is sent is as the API wants it': ({ recorder }) => {
    for (const { objection } of recorder.sent) demand(objection === undefined, () => String(objection));
  },

  'a user goes out as its first item has it': (play) => {
    for (const { appId, users } of play.recorder.sent) {
      for (const { UserId, NickName, ...more } of users) {
        const item = play.items[placeOfUser(play, appId, UserId as string)];
        const isRight = NickName === item?.json.NickName && Object.keys(more).length === 0;
        demand(isRight, () => `${UserId as string}, ${NickName as string}, ${JSON.stringify(more)}`);
      }
    }
  },

  'a user is never sent again after it succeeded or was refused for good': (play) =>
    pairsOf(play).forEach(([before, after, earlier]) => {
      const { told } = before;
      // A second run of the node may mend what was not the user's fault, and settle what is in doubt. It knows nothing
      // of a first one that threw.
      const isDoubtful = earlier.some((one) => one.told !== undefined && leavesDoubt(one.told));
      const isMended =
        ['fatal', 'appFatal', 'unsendable'].includes(told ?? '') || (told === 'refused' && isDoubtful);
      const mayGoAgain = before.sent.run < after.sent.run && (isMended || play.hasThrown);
      demand(
        told !== undefined && (allowsAnotherRequest(told) || mayGoAgain),
        () => `${describe(before.sent)}\n${describe(after.sent)}`,
      );
    }),

  'a user is never in two requests at once': (play) =>
    pairsOf(play).forEach(([{ sent }, after]) =>
      demand((sent.toldAt ?? Infinity) <= after.sent.startedAt, () => describe(after.sent)),
    ),

  'a user is sent again no sooner than the service asks': (play) =>
    pairsOf(play).forEach(([before, after]) => {
      if (!retried.includes(before.told ?? '') || before.sent.run < after.sent.run) return;
      const { retryAfterMs = 0, toldAt = 0 } = before.sent;
      demand(after.sent.startedAt >= toldAt + Math.min(60_000, retryAfterMs), () => describe(after.sent));
    }),

  'no request is sent more often than the attempts allow, and none is given up before': (play) => {
    const { maxAttempts } = play.bounds;
    const isEnded = play.endedAt === undefined || play.isCancelled;
    for (const whole of historiesOf(play)) {
      const runs = [0, 1].map((run) => whole.filter(({ sent }) => sent.run === run));
      runs.forEach((history) => {
        const longest = longestStretch(history);
        demand(longest <= maxAttempts, () => `${longest} attempts of ${maxAttempts}`);
      });
      const history = runs[play.lastRun] as UserTold[];
      const { told, sent } = history.at(-1) ?? {};
      if (isEnded || sent === undefined || !retried.includes(told ?? '')) continue;
      if (isStoppedFor(play, sent.appId)) continue;
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

/** Place of the first item of each user. */
const firstPlaces = oncePerPlay(({ expected }) => {
  const firsts = [...expected.entries()].filter(([, { role }]) => role === 'first');
  return new Map(firsts.map(([place, { appId, userId }]) => [`${appId}/${userId}`, place]));
});

/** Place of the first item of a user; -1 for a user of no item. */
function placeOfUser(play: Play, appId: string, userId: string): number {
  return firstPlaces(play).get(`${appId}/${userId}`) ?? -1;
}
