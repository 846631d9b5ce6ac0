import { readIdList } from '../parsing/idList';
import { foundId, inOrder } from '../rendering/foundIds';
import { withLists } from '../rendering/lists';
import { isRefusal } from '../rendering/refusal';
import { wireProfile } from '../rendering/wireProfile';
import type { RegisteredUser } from '../state/user';
import { requestOf, rtcAction, type Action, type Call } from './action';

/**
 * Reads the profiles of up to 50 users.
 * Source: https://www.volcengine.com/docs/6348/1125996
 */
export const batchGetUser: Action = {
  ...rtcAction,
  name: 'BatchGetUser',
  requestsPerSecond: 100,
  perform(call) {
    const { body, ledger, settings } = call;
    const request = requestOf(call, readIdList(body, { maxIds: 50 }, settings));
    if (isRefusal(request)) return request;
    const { appId, content } = request;
    const userIds = inOrder(content, settings);
    const found = userIds.map((userId) => ledger.find(appId, userId)).filter((user) => user !== undefined);
    const missing = userIds.filter((userId) => !ledger.has(appId, userId));
    const lists = {
      Users: found.map((user) => wireUser(appId, user, call)),
      NotFoundUsers: missing.map((userId) => foundId(userId, settings)),
    };
    return withLists(lists, settings);
  },
};

function wireUser(appId: number, user: RegisteredUser, { settings }: Call): object {
  return {
    AppId: appId,
    UserId: foundId(user.userId, settings),
    ...wireProfile(user.profile, settings),
    CreateTime: user.createTime,
    ModifyTime: user.modifyTime,
  };
}
