import type { Operation } from './operation';
import { appId } from './requestMember';
import { user } from './resources';
import { connectionSchema, offline, readConnections } from './results/connections';
import { userIds } from './rows';
import { arrayOf, flag } from './schema';

/**
 * QueryOnlineStatus: says which users are online, and with what.
 *
 * @see https://www.volcengine.com/docs/6348/788533
 */
export const getOnlineStatus: Operation = {
  resource: user,
  name: 'getOnlineStatus',
  displayName: 'Get Online Status of Users',
  action: 'Get online status of users',
  description: 'Get whether users are online, and their connections',
  words: { one: 'user', done: 'looked up', doneNow: 'looked up', notDone: 'Not looked up' },
  api: { action: 'QueryOnlineStatus', version: '2020-12-01' },
  limits: { rowsPerRequest: 100, requestsPerSecond: 100, replyBytes: 1024 * 1024 },
  request: [appId],
  rows: userIds,
  effect: 'reads',
  data: { online: flag, connections: arrayOf(connectionSchema) },
  readResult: readConnections,
  unnamed: offline,
};
