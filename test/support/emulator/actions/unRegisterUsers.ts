import { readIdList } from '../parsing/idList';
import { isRefusal } from '../rendering/refusal';
import { requestOf, rtcAction, type Action } from './action';
import { changeRegistered } from './changeRegistered';

/**
 * Unregisters up to 10 users; they can be registered again.
 * Source: https://www.volcengine.com/docs/6348/1125994
 */
export const unRegisterUsers: Action = {
  ...rtcAction,
  name: 'UnRegisterUsers',
  requestsPerSecond: 50,
  perform(call) {
    const { body, ledger, requestId, settings } = call;
    const request = requestOf(call, readIdList(body, { maxIds: 10 }, settings));
    if (isRefusal(request)) return request;
    const { appId, content } = request;
    const users = content.map((userId) => ({ userId }));
    const style = { failedIdsAs: 'number', emptyFailedInfos: 'absent' } as const;
    return changeRegistered(call, { appId, content: users }, style, ({ userId }) => {
      ledger.unregister(appId, userId, requestId, settings.date().getTime());
    });
  },
};
