import type { Operation } from './operation';
import { appId, tags } from './requestMember';
import { user } from './resources';
import { failedInfosReader } from './results/failedInfos';
import { userIds } from './rows';

/**
 * BatchUpdateUserTags with `Op` 0: adds tags to users. How many users a request takes is not published; the other
 * actions that change users take ten.
 *
 * @see https://www.volcengine.com/docs/6348/1125995
 */
export const addUserTags: Operation = {
  resource: user,
  name: 'addUserTags',
  displayName: 'Add Tags to Users',
  action: 'Add tags to users',
  description:
    'Add tags to registered users, so that broadcasts can be sent to them. Tags that they already have stay.',
  words: { one: 'user', done: 'tagged', doneNow: 'tagged', notDone: 'No tags added' },
  api: { action: 'BatchUpdateUserTags', version: '2020-12-01' },
  limits: { rowsPerRequest: 10, requestsPerSecond: 50, replyBytes: 512 * 1024 },
  request: [appId, tags],
  constants: { Op: '0' },
  rows: userIds,
  effect: 'repeatable',
  readResult: failedInfosReader(),
  unnamed: {},
};
