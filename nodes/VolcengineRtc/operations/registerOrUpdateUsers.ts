import type { Operation } from './operation';
import { registerUsers } from './registerUsers';
import { failedInfosReader } from './results/failedInfos';
import { text } from './schema';
import { updateUsers } from './updateUsers';

const vanished = { UserNotFound: 'vanishedUser' } as const;

/**
 * RegisterUsers, and BatchUpdateUser for users that are registered already.
 *
 * @see https://www.volcengine.com/docs/6348/1125993
 * @see https://www.volcengine.com/docs/6348/1187901
 */
export const registerOrUpdateUsers: Operation = {
  ...registerUsers,
  name: 'registerOrUpdateUsers',
  displayName: 'Register or Update Users',
  action: 'Register or update users',
  description: 'Register users, and change the profiles of those that are already registered',
  words: {
    one: 'user',
    done: 'registered or updated',
    doneNow: 'registered or updated',
    doneBefore: 'unchanged',
    notDone: 'Not registered or updated',
  },
  alreadySo: {
    meaning: 'existingUser',
    then: {
      ...updateUsers,
      meanings: vanished,
      readResult: failedInfosReader(undefined, vanished),
      unnamed: { data: { action: 'updated' } },
    },
  },
  data: { action: text },
  unnamed: { data: { action: 'registered' } },
};
