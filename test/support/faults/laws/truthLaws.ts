import { outcomesInOrder, type PlacedOutcome } from '../../outcomes/outcomes';
import type { Play } from '../play';
import type { UserTold } from '../Recorder';
import { registeredWhen } from '../registeredWhen';
import { isStoppedFor } from '../stops';
import { leavesDoubt } from '../told';
import { demand, type Law } from './law';
import { oncePerPlay } from './oncePerPlay';

/** A user of a play: its outcome, and what the service's books and answers say. */
interface Case {
  outcome: PlacedOutcome;
  userId: string;
  /** When the ledger has the user from. */
  registered: 'before' | 'now' | undefined;
  /** Requests that left with the user. */
  history: UserTold[];
  /** Whether an attempt before the last may have been carried out. */
  isDoubtful: boolean;
  succeeds: boolean;
  /** Whether users of its app were not to be sent any more. */
  isStopped: boolean;
  /** Requests of the last run of the node that sent the user. */
  ofLastRun: UserTold[];
  /** Whether a second run of the node has not sent it again. */
  isLeftOut: boolean;
}

const casesOf = oncePerPlay((play: Play): Case[] => {
  const { expected, recorder, script } = play;
  const outcomes = outcomesInOrder(play);
  return expected.flatMap(({ role, appId, userId }, place) => {
    const outcome = outcomes[place];
    if (role !== 'first' || outcome === undefined) return [];
    const history = recorder
      .historyOf(appId, userId)
      .filter(({ told }) => told !== 'unsendable')
      // A run that threw leaves nothing to the next one.
      .filter(({ sent }) => !play.hasThrown || sent.run === play.lastRun);
    return {
      outcome,
      userId,
      registered: registeredWhen(play, appId, userId),
      history,
      isDoubtful: history.slice(0, -1).some(({ told }) => told !== undefined && leavesDoubt(told)),
      succeeds: script.options.existingUsers === 'succeed',
      isStopped: isStoppedFor(play, appId),
      ofLastRun: lastRunOf(history),
      isLeftOut: (history.at(-1)?.sent.run ?? play.lastRun) < play.lastRun,
    };
  });
});

function lastRunOf(history: UserTold[]): UserTold[] {
  const last = history.at(-1)?.sent.run;
  return history.filter(({ sent }) => sent.run === last);
}

const forUsers =
  (holds: (one: Case) => boolean): Law =>
  (play) =>
    casesOf(play).forEach((one) => demand(holds(one), () => JSON.stringify(one)));

/** What the outcome has to be after what was told last; several where the run may have stopped in between. */
function possibleKinds({ history, isDoubtful, succeeds, isStopped, isLeftOut }: Case): string[] {
  const last = history.at(-1)?.told;
  const refusal = isDoubtful ? 'unavailable' : 'rejected';
  const isFinal = last !== undefined && ['accepted', 'exists', 'refused'].includes(last);
  // A second run that stops before a user's turn knows only what the first has left open.
  if (isLeftOut && isStopped && !isFinal) {
    if (isDoubtful || (last !== undefined && leavesDoubt(last))) return ['unavailable'];
    return last === 'requestRefused' ? ['rejected', 'notSent'] : ['notSent'];
  }
  switch (last) {
    case undefined:
      return isStopped ? ['notSent'] : [];
    case 'accepted':
      return ['success'];
    case 'exists':
      return [succeeds || isDoubtful ? 'success' : 'rejected'];
    case 'requestRefused':
      return isStopped && !isDoubtful ? ['rejected', 'notSent'] : [refusal];
    case 'refused':
    case 'fatal':
    case 'appFatal':
      return [refusal];
    case 'throttled':
    case 'requestThrottled':
      return [isDoubtful ? 'unavailable' : 'throttled'];
    default:
      return ['unavailable'];
  }
}

/** What holds between the outcomes and the service's ledger. */
export const truthLaws: Record<string, Law> = {
  'a user on Success is registered': forUsers(
    ({ outcome, registered }) => !outcome.isSuccess || registered !== undefined,
  ),

  'a plain success was registered by this run': forUsers(
    ({ outcome, registered }) => !outcome.isSuccess || outcome.code !== undefined || registered === 'now',
  ),

  'an existing user succeeds only if it shall, or if an earlier attempt may have registered it': forUsers(
    ({ outcome, isDoubtful, succeeds }) =>
      !outcome.isSuccess ||
      outcome.code === undefined ||
      (outcome.code === 'UserHasRegistered' && (succeeds || isDoubtful)),
  ),

  'a user that failed for certain was not registered by this run': forUsers(
    ({ outcome, registered }) =>
      !['validation', 'notSent', 'rejected', 'throttled'].includes(outcome.kind ?? '') ||
      registered !== 'now',
  ),

  'a user that failed because it exists was there before': forUsers(
    ({ outcome, registered }) =>
      outcome.kind !== 'rejected' || outcome.code !== 'UserHasRegistered' || registered === 'before',
  ),

  'an outcome is what the service told last': forUsers((one) =>
    possibleKinds(one).includes(one.outcome.kind ?? 'success'),
  ),

  'a user is blamed for a request only where it was alone in it, or where being alone helps nobody': (
    play,
  ) => {
    const alone = play.recorder.sent.filter(({ userIds }) => userIds.length === 1);
    for (const { outcome, history } of casesOf(play)) {
      const { told, sent } = history.at(-1) ?? {};
      if (outcome.kind !== 'rejected' || told !== 'requestRefused' || sent?.userIds.length === 1) continue;
      const refused = alone.filter((one) => one.appId === sent?.appId && one.told?.[0] === told);
      demand(refused.length > 1 || isStoppedFor(play, sent?.appId ?? ''), () => JSON.stringify(outcome));
    }
  },

  'attempts are the requests that carried the user': forUsers(({ outcome, ofLastRun, isLeftOut, userId }) => {
    const isNotSent = isLeftOut && outcome.kind === 'notSent';
    return (
      outcome.attempts === (isNotSent ? 0 : ofLastRun.length) && [userId, undefined].includes(outcome.userId)
    );
  }),

  'a failure says whether another run may mend it': forUsers(({ outcome, history }) => {
    const isOthersFault = ['fatal', 'appFatal'].includes(history.at(-1)?.told ?? '');
    const isRetryable = outcome.kind !== 'rejected' || isOthersFault;
    return (
      outcome.isSuccess ||
      (outcome.retryable === isRetryable && outcome.code !== '' && outcome.message !== '')
    );
  }),

  'the request id and the status are those of the last request': forUsers(({ outcome, history }) => {
    const { requestId, httpStatus } = history.at(-1)?.sent ?? {};
    if (httpStatus === undefined || outcome.kind === 'notSent') return true;
    return outcome.requestId === requestId && (outcome.isSuccess || outcome.httpStatus === httpStatus);
  }),
};
