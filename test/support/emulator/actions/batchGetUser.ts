import { LosslessNumber } from 'lossless-json';
import { appIdRule, fieldProblem, listRule, userIdRule } from '../parsing/fields';
import { namedIn } from '../parsing/named';
import type { RegisteredUser } from '../state/ledger';
import { appRefusal, businessRefusal, rtcAction, type Action } from './action';

/**
 * Reads the profiles of up to 50 users; ids in the answer are bare integers.
 * Source: https://www.volcengine.com/docs/6348/1125996
 */
export const batchGetUser: Action = {
  ...rtcAction,
  name: 'BatchGetUser',
  perform(call) {
    const problem = lookupProblem(call.body);
    if (problem !== undefined) return businessRefusal(call.settings, 'InvalidParam', problem);
    const { appId, userIds } = namedIn(call.body);
    const refusal = appRefusal(call, appId!);
    if (refusal) return refusal;
    const found = userIds.map((userId) => call.ledger.find(appId!, userId));
    return {
      Users: found.filter((user) => user !== undefined).map((user) => wireUser(appId!, user)),
      NotFoundUsers: userIds.filter((_id, i) => !found[i]).map((userId) => new LosslessNumber(userId)),
    };
  },
};

function lookupProblem(body: unknown): string | undefined {
  const rules = { AppId: appIdRule, UserIds: listRule(1, 50) };
  const problem = fieldProblem(body, rules, ['AppId', 'UserIds']);
  if (problem !== undefined) return problem;
  const { UserIds } = body as { UserIds: unknown[] };
  const wrong = UserIds.findIndex((userId) => userIdRule(userId) !== undefined);
  return wrong < 0 ? undefined : `UserIds[${wrong}] ${userIdRule(UserIds[wrong])}`;
}

function wireUser(appId: number, { userId, profile, createTime }: RegisteredUser): object {
  return {
    AppId: appId,
    UserId: new LosslessNumber(userId),
    ...profile,
    CreateTime: createTime,
    ModifyTime: createTime,
  };
}
