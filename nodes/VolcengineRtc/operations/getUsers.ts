import type { Operation } from './operation';
import { appId } from './requestMember';
import { user } from './resources';
import { profileSchema, readProfiles } from './results/profiles';
import { userIds } from './rows';

/**
 * BatchGetUser: reads the profiles of users.
 *
 * @see https://www.volcengine.com/docs/6348/1125996
 */
export const getUsers = {
  resource: user,
  name: 'getUsers',
  displayName: 'Get Users',
  action: 'Get users',
  description: 'Get the profiles of registered users',
  words: { one: 'user', done: 'found', doneNow: 'found', notDone: 'Not found' },
  api: { action: 'BatchGetUser', version: '2020-12-01' },
  limits: { rowsPerRequest: 50, requestsPerSecond: 100, replyBytes: 1024 * 1024 },
  request: [appId],
  rows: userIds,
  effect: 'reads',
  data: { user: profileSchema },
  readResult: readProfiles,
  unnamed: undefined,
} satisfies Operation;
