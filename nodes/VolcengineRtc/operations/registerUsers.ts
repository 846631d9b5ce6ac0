import { isRobot, profile, userId } from './columns';
import type { Operation } from './operation';
import { appId } from './requestMember';
import { user } from './resources';
import { failedInfosReader } from './results/failedInfos';
import { userObjects } from './rows';

/**
 * RegisterUsers: creates users, which broadcasts reach from then on.
 *
 * @see https://www.volcengine.com/docs/6348/1125993
 */
export const registerUsers = {
  resource: user,
  name: 'registerUsers',
  displayName: 'Register Users',
  action: 'Register users',
  description: 'Register users with the IM service, so that broadcasts reach them',
  words: {
    one: 'user',
    done: 'registered',
    doneNow: 'newly registered',
    doneBefore: 'already registered',
    notDone: 'Not registered',
  },
  api: { action: 'RegisterUsers', version: '2020-12-01' },
  limits: { rowsPerRequest: 20, requestsPerSecond: 50, replyBytes: 512 * 1024 },
  request: [appId],
  rows: userObjects(userId, ...profile, isRobot),
  effect: 'repeatable',
  alreadySo: {
    meaning: 'existingUser',
    option: {
      name: 'existingUsers',
      displayName: 'Existing Users',
      description: 'What to do with users that are already registered',
      fail: 'Put them on the Failed output',
      succeed: 'Put them on the Success output, with the code UserHasRegistered',
    },
  },
  readResult: failedInfosReader('existingUser'),
  unnamed: {},
} satisfies Operation;
