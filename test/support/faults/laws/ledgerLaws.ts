import type { RegisteredUser } from '../../emulator/state/user';
import { profileOf, tagsOf } from '../content';
import type { Play } from '../play';
import { type Case, forRows } from './cases';
import type { Law } from './law';

function userOf({ ledger }: Play, { expected }: Case): Readonly<RegisteredUser> | undefined {
  return ledger.find(Number(expected.appId), expected.userId);
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Whether a profile has what a row gives; tags and Ext may have more from before. */
function hasMembers({ profile }: Readonly<RegisteredUser>, members: Record<string, unknown>): boolean {
  return Object.entries(members).every(([name, value]) => {
    const has = profile[name as keyof typeof profile];
    if (Array.isArray(value))
      return value.every((tag) => (has as string[] | undefined)?.includes(tag as string));
    return typeof value === 'object' && value !== null
      ? Object.entries(value).every(([key, text]) => (has as Record<string, string>)[key] === text)
      : has === value;
  });
}

/** Whether a user that is there was registered by a request of the play. */
const isNew = (user: Readonly<RegisteredUser> | undefined) => user !== undefined && user.requestId !== 'seed';

/** What holds between a row on Success or Failed and the ledger, operation by operation. */
export const ledgerLaws: Record<string, Law> = {
  'a user on Success of registering is registered, and was before where it says so': forRows((one, play) => {
    if (one.facts.actions[0] !== 'RegisterUsers') return true;
    const { outcome, isDoubtful } = one;
    const user = userOf(play, one);
    if (!outcome.isSuccess)
      return outcome.kind !== 'rejected' || outcome.code !== 'UserHasRegistered' || !isNew(user);
    if (outcome.code === undefined) return user !== undefined;
    return user !== undefined && (!isNew(user) || isDoubtful);
  }),

  'registering or updating says which of the three it was, as far as it can be known': forRows(
    (one, play) => {
      if (play.script.operation !== 'registerOrUpdateUsers' || !one.outcome.isSuccess) return true;
      const { outcome, plan, expected, isDoubtful } = one;
      const user = userOf(play, one);
      const isUpdate = user?.changedBy.includes(outcome.requestId ?? '') === true;
      const isRegistered = isNew(user) && user?.requestId === outcome.requestId;
      switch (outcome.action) {
        case 'registered':
          return isRegistered && !isUpdate && outcome.code === undefined;
        case 'updated':
          return isUpdate && hasMembers(user, profileOf(plan, 'BatchUpdateUser'));
        case 'unchanged':
          return !isNew(user) && !expected.isFollowed && !isDoubtful && outcome.code === 'UserHasRegistered';
        default:
          return isDoubtful && !expected.isFollowed && outcome.code === 'UserHasRegistered';
      }
    },
  ),

  'a user that is updated has what its row gives': forRows((one, play) => {
    if (play.script.operation !== 'updateUsers' || !one.outcome.isSuccess) return true;
    const user = userOf(play, one);
    return user !== undefined && hasMembers(user, profileOf(one.plan, 'BatchUpdateUser'));
  }),

  'a user on Success of unregistering is not registered, and was not before where it says so': forRows(
    (one, play) => {
      if (play.script.operation !== 'unregisterUsers' || !one.outcome.isSuccess) return true;
      const { outcome, isDone, isDoubtful } = one;
      return userOf(play, one) === undefined && (outcome.code === undefined || !isDone || isDoubtful);
    },
  ),

  'a user on Success of tags has them, or has them no more': forRows((one, play) => {
    if (one.facts.items !== 'tagged' || !one.outcome.isSuccess) return true;
    const has = userOf(play, one)?.profile.Tags ?? [];
    const isAdding = play.script.operation === 'addUserTags';
    return userOf(play, one) !== undefined && tagsOf(one.plan).every((tag) => has.includes(tag) === isAdding);
  }),

  'a user is not found only where it is not there': forRows((one, play) => {
    const { outcome } = one;
    if (outcome.code !== 'UserNotFound' || play.script.operation.startsWith('register')) return true;
    return outcome.kind === 'unavailable' || userOf(play, one) === undefined;
  }),

  'a user is registered as its row has it': forRows((one, play) => {
    const user = userOf(play, one);
    if (one.facts.actions[0] !== 'RegisterUsers' || user === undefined || !isNew(user)) return true;
    return user.changedBy.length > 0 || same(user.profile, profileOf(one.plan, 'RegisterUsers'));
  }),
};
