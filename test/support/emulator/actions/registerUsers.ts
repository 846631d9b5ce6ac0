import type { Rejection } from '../faults/fault';
import { namedIn } from '../parsing/named';
import { registrationProblem, registrationsOf, type Registration } from '../parsing/registration';
import { renderFailedInfos, type FailedUser } from '../rendering/failedInfos';
import { appRefusal, businessRefusal, rtcAction, type Action, type Call } from './action';

/**
 * Registers up to 20 users. Ids that are known stay as they are and are reported as `UserHasRegistered`.
 * Source: https://www.volcengine.com/docs/6348/1125993
 */
export const registerUsers: Action = {
  ...rtcAction,
  name: 'RegisterUsers',
  perform(call) {
    const problem = registrationProblem(call.body);
    if (problem !== undefined) return businessRefusal(call.settings, 'InvalidParam', problem);
    const appId = namedIn(call.body).appId!;
    const refusal = appRefusal(call, appId);
    if (refusal) return refusal;
    const createTime = call.settings.date().getTime();
    const failed = registrationsOf(call.body)
      .map((registration) => register(call, appId, registration, createTime))
      .filter((failure) => failure !== undefined);
    return renderFailedInfos(failed, call.settings);
  },
};

function register(
  call: Call,
  appId: number,
  { userId, profile }: Registration,
  createTime: number,
): FailedUser | undefined {
  const rejection = call.rejectUsers[userId];
  if (rejection !== undefined) return failedUser(userId, rejection);
  if (call.ledger.register(appId, userId, profile, call.requestId, createTime)) return undefined;
  return failedUser(userId, { code: 'UserHasRegistered', message: 'the user has registered' });
}

function failedUser(userId: string, rejection: Rejection): FailedUser {
  if (typeof rejection !== 'string') return { userId, ...rejection };
  return { userId, code: rejection, message: `the user was refused: ${rejection}` };
}
