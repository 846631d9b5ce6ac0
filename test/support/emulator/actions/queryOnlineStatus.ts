import { LosslessNumber } from 'lossless-json';
import type { Settings } from '../options';
import { readIdList } from '../parsing/idList';
import { foundId } from '../rendering/foundIds';
import { withLists } from '../rendering/lists';
import { isRefusal } from '../rendering/refusal';
import type { Connection } from '../state/connections';
import { requestOf, rtcAction, type Action } from './action';

/**
 * Lists the connections of up to 100 users, registered or not.
 * Source: https://www.volcengine.com/docs/6348/788533
 */
export const queryOnlineStatus: Action = {
  ...rtcAction,
  name: 'QueryOnlineStatus',
  requestsPerSecond: 100,
  perform(call) {
    const { body, ledger, settings } = call;
    const request = requestOf(call, readIdList(body, { maxIds: 100 }, settings));
    if (isRefusal(request)) return request;
    const { appId, content } = request;
    const results = content.map((userId) => {
      const connections = ledger.connections.of(appId, userId);
      return [userId, wireConnections(userId, connections, settings)] as const;
    });
    const known = results.filter(([, connections]) => connections !== undefined);
    return { AppId: appId, ...withLists({ QueryOnlineResults: Object.fromEntries(known) }, settings) };
  },
};

function wireConnections(userId: string, connections: readonly Connection[], settings: Settings) {
  if (connections.length === 0) return { absent: undefined, empty: [], null: null }[settings.offlineAs];
  return connections.map(({ connectionId, deviceId, clientVersion, platform }) => ({
    ConnId: connectionId,
    UserId: foundId(userId, settings),
    DeviceId: new LosslessNumber(deviceId),
    ClientVersion: clientVersion,
    Platform: platform,
  }));
}
