import { profile, userId } from './columns';
import type { Operation } from './operation';
import { appId } from './requestMember';
import { user } from './resources';
import { failedInfosReader } from './results/failedInfos';
import { userObjects } from './rows';

/**
 * BatchUpdateUser: changes the profiles of users.
 *
 * @see https://www.volcengine.com/docs/6348/1187901
 */
export const updateUsers = {
  resource: user,
  name: 'updateUsers',
  displayName: 'Update Users',
  action: 'Update users',
  description: 'Change the profiles of registered users. Fields without a value are not sent.',
  words: { one: 'user', done: 'updated', doneNow: 'updated', notDone: 'Not updated' },
  api: { action: 'BatchUpdateUser', version: '2020-12-01' },
  limits: { rowsPerRequest: 10, requestsPerSecond: 50, replyBytes: 512 * 1024 },
  request: [appId],
  rows: {
    ...userObjects(userId, ...profile),
    mustGive: {
      code: 'NothingToUpdate',
      problem: 'There is nothing to update: give at least one field besides UserId',
    },
  },
  effect: 'repeatable',
  readResult: failedInfosReader(),
  unnamed: {},
} satisfies Operation;
