import type { Operation } from './operation';
import { appId, tags } from './requestMember';
import { user } from './resources';
import { failedInfosReader } from './results/failedInfos';
import { userIds } from './rows';

/**
 * BatchUpdateUserTags with `Op` 1: removes tags from users. How many users a request takes is not published; the other
 * actions that change users take ten.
 *
 * @see https://www.volcengine.com/docs/6348/1125995
 */
export const removeUserTags: Operation = {
  resource: user,
  name: 'removeUserTags',
  displayName: 'Remove Tags from Users',
  action: 'Remove tags from users',
  description: 'Remove tags from registered users. Tags that they do not have are ignored.',
  words: { one: 'user', done: 'untagged', doneNow: 'untagged', notDone: 'No tags removed' },
  api: { action: 'BatchUpdateUserTags', version: '2020-12-01' },
  limits: { rowsPerRequest: 10, requestsPerSecond: 50, replyBytes: 512 * 1024 },
  request: [appId, tags],
  constants: { Op: '1' },
  rows: userIds,
  effect: 'repeatable',
  readResult: failedInfosReader(),
  unnamed: {},
};
