import type { Question } from '../asking/question';
import { broadcasts } from './broadcasts';
import { burst } from './burst';
import { emptyLists } from './emptyLists';
import { forms } from './forms';
import { foundUsers } from './foundUsers';
import { freeIds } from './freeIds';
import { identity } from './identity';
import { invalidUsers } from './invalidAmongGood';
import { leaving } from './leaving';
import { manyUsers } from './manyUsers';
import { onlineStatus } from './onlineStatus';
import { refusals } from './refusals';
import { registeredTwice } from './registeredTwice';
import { storedFields } from './stored';
import { tagLimits } from './tagLimits';
import { twiceInOneRequest } from './twiceInOneRequest';
import { unknownUsers } from './unknownUsers';
import { unsetMembers } from './unsetMembers';
import { unusualIds } from './unusualIds';
import { updates } from './updates';

/** What comes before anything is registered. */
export const beforehand: readonly Question[] = [identity, freeIds];

/** All questions but those that need a broadcast, in their order: the burst near the end, what sums up last. */
export function questionsFor({ broadcast }: { broadcast: boolean }): readonly Question[] {
  return [
    manyUsers,
    unsetMembers,
    foundUsers,
    emptyLists,
    onlineStatus,
    ...tagLimits,
    registeredTwice,
    ...twiceInOneRequest,
    ...unusualIds,
    ...invalidUsers,
    ...storedFields,
    ...updates,
    ...unknownUsers,
    ...leaving,
    ...refusals,
    ...(broadcast ? broadcasts : []),
    burst,
    ...forms,
  ];
}

/** What stays open, and why. */
export const notAsked: ReadonlyArray<readonly [question: string, why: string]> = [
  ['UserBroadcast with an empty list of tags', 'It might reach every registered user.'],
  [
    'The quota of broadcasts: for an app or an account, when its day begins, and how call 21 is refused',
    'It would use the day up.',
  ],
  ['How many users and robots an app may have', 'It would take thousands of users.'],
  ['Whether the window of a second slides', 'It would take many bursts.'],
  ['What becomes of the conversations and messages of a user that is unregistered', 'It takes clients.'],
  ['Which IAM action each API needs', 'It takes keys with other policies.'],
];
