import { isDoneBy, strangersIn } from '../doneBy';
import { isStoppedFor } from '../stops';
import { leavesDoubt } from '../told';
import { type Case, casesOf, forRows, isAlreadySo } from './cases';
import { demand, type Law } from './law';

/** What the outcome has to be after what was told last; several where the run may have stopped in between. */
function possibleKinds(one: Case): string[] {
  const { expected, facts, history, isDoubtful, succeeds, isStopped, isLeftOut } = one;
  const last = history.at(-1)?.told;
  const refusal = isDoubtful ? 'unavailable' : 'rejected';
  const awaitsUpdate = last === 'exists' && expected.isFollowed;
  const isFinal =
    last !== undefined && !awaitsUpdate && ['accepted', 'exists', 'missing', 'refused'].includes(last);
  // What may have gone out, and must not go out twice, is not sent again.
  const isKept = facts.effect === 'once' && last !== undefined && leavesDoubt(last);
  // A second run that stops before a user's turn knows only what the first has left open.
  if (isLeftOut && isStopped && !isFinal && !isKept) {
    const leftDoubt = facts.effect !== 'reads' && last !== undefined && leavesDoubt(last);
    if (isDoubtful || leftDoubt) return ['unavailable'];
    return last === 'requestRefused' ? ['rejected', 'notSent'] : ['notSent'];
  }
  if (awaitsUpdate) return isStopped ? [isDoubtful ? 'unavailable' : 'notSent'] : [];
  if (isAlreadySo(one)) {
    return [facts.actions.length > 1 || succeeds || isDoubtful ? 'success' : 'rejected'];
  }
  switch (last) {
    case undefined:
      return isStopped ? ['notSent'] : [];
    case 'accepted':
      return ['success'];
    case 'requestRefused':
      return isStopped && !isDoubtful ? ['rejected', 'notSent'] : [refusal];
    case 'missing':
    case 'refused':
    case 'fatal':
    case 'appFatal':
      return [refusal];
    case 'quotaUsedUp':
    case 'throttled':
    case 'requestThrottled':
      return [isDoubtful ? 'unavailable' : 'throttled'];
    default:
      return ['unavailable'];
  }
}

/** Whether the service's last word on a user was that it has vanished since it was found to exist. */
function isVanished({ expected, outcome, history }: Case): boolean {
  const isUpdate = history.at(-1)?.sent.action === 'BatchUpdateUser';
  return expected.isFollowed && isUpdate && outcome.code === 'UserNotFound';
}

/** What holds between the outcomes, the service's answers and its ledger. */
export const truthLaws: Record<string, Law> = {
  'a plain success was done by the request that it names': forRows(
    ({ outcome, expected, facts }, play) =>
      !outcome.isSuccess ||
      outcome.code !== undefined ||
      facts.effect === 'reads' ||
      isDoneBy(play, { id: outcome.requestId }, expected),
  ),

  'a row that failed for certain was not done by this run': forRows(
    ({ outcome, isDone }) =>
      !['validation', 'notSent', 'rejected', 'throttled'].includes(outcome.kind ?? '') || !isDone,
  ),

  'a request does its work for the rows that it names, and for no others': (play) => {
    const strangers = strangersIn(play);
    demand(strangers.length === 0, () => strangers.join());
  },

  'who was as wanted already succeeds only if it shall, or if an earlier attempt may have done it': forRows(
    ({ outcome, facts, isDoubtful, succeeds }) => {
      if (!outcome.isSuccess || outcome.code === undefined) return true;
      const code = { exists: 'UserHasRegistered', missing: 'UserNotFound' }[facts.alreadySo as string];
      return outcome.code === code && (succeeds || isDoubtful || facts.actions.length > 1);
    },
  ),

  'an outcome is what the service told last': forRows((one) =>
    possibleKinds(one).includes(one.outcome.kind ?? 'success'),
  ),

  'a user is blamed for a request only where it was alone in it, or where being alone helps nobody': (
    play,
  ) => {
    const alone = play.recorder.sent.filter(({ userIds }) => userIds.length === 1);
    for (const { outcome, history } of casesOf(play)) {
      const { told, sent } = history.at(-1) ?? {};
      if (outcome.kind !== 'rejected' || told !== 'requestRefused' || sent?.userIds.length === 1) continue;
      const refused = alone.filter(
        (one) => one.appId === sent?.appId && one.action === sent.action && one.told?.[0] === told,
      );
      demand(refused.length > 1 || isStoppedFor(play, sent?.appId ?? ''), () => JSON.stringify(outcome));
    }
  },

  'attempts are the requests that carried the row': forRows(
    ({ outcome, ofLastRun, isLeftOut, expected, facts }) => {
      const isNotSent = isLeftOut && outcome.kind === 'notSent';
      const userId = facts.items === 'messages' ? undefined : expected.userId;
      const isOfUser = [userId, undefined].includes(outcome.userId);
      return outcome.attempts === (isNotSent ? 0 : ofLastRun.length) && isOfUser;
    },
  ),

  'a failure says whether another run may mend it': forRows((one) => {
    const { outcome, history, facts } = one;
    const last = history.at(-1)?.told;
    const isOthersFault = ['fatal', 'appFatal'].includes(last ?? '') || isVanished(one);
    // A message that may have gone out must not go out again.
    const isOver = facts.effect === 'once' && last !== undefined && leavesDoubt(last);
    const isRetryable = outcome.kind === 'rejected' ? isOthersFault : !isOver;
    return (
      outcome.isSuccess ||
      (outcome.retryable === isRetryable && outcome.code !== '' && outcome.message !== '')
    );
  }),

  'the request id and the status are those of the last request': forRows(({ outcome, history }) => {
    const { requestId, httpStatus } = history.at(-1)?.sent ?? {};
    if (httpStatus === undefined || outcome.kind === 'notSent') return true;
    return outcome.requestId === requestId && (outcome.isSuccess || outcome.httpStatus === httpStatus);
  }),
};
