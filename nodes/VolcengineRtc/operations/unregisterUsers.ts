import type { Operation } from './operation';
import { appId } from './requestMember';
import { user } from './resources';
import { failedInfosReader } from './results/failedInfos';
import { userIds } from './rows';

/**
 * UnRegisterUsers: removes users, whom broadcasts do not reach from then on.
 *
 * @see https://www.volcengine.com/docs/6348/1125994
 */
export const unregisterUsers: Operation = {
  resource: user,
  name: 'unregisterUsers',
  displayName: 'Unregister Users',
  action: 'Unregister users',
  description: 'Remove users from the IM service, so that broadcasts no longer reach them',
  words: {
    one: 'user',
    done: 'unregistered',
    doneNow: 'newly unregistered',
    doneBefore: 'not registered before',
    notDone: 'Not unregistered',
  },
  api: { action: 'UnRegisterUsers', version: '2020-12-01' },
  limits: { rowsPerRequest: 10, requestsPerSecond: 50, replyBytes: 512 * 1024 },
  request: [appId],
  rows: userIds,
  effect: 'repeatable',
  alreadySo: {
    meaning: 'missingUser',
    option: {
      name: 'missingUsers',
      displayName: 'Missing Users',
      description: 'What to do with users that are not registered',
      fail: 'Put them on the Failed output',
      succeed: 'Put them on the Success output, with the code UserNotFound',
    },
  },
  readResult: failedInfosReader('missingUser'),
  unnamed: {},
};
