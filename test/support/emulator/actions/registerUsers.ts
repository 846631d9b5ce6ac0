import type { Rejection } from '../faults/fault';
import { profileRules } from '../parsing/userFields';
import { readUsers, type UserEntry } from '../parsing/users';
import { renderFailedInfos } from '../rendering/failedInfos';
import { isRefusal } from '../rendering/refusal';
import type { FormerUser, Profile } from '../state/user';
import { actOnEach } from './actOnEach';
import { businessRefusal, requestOf, rtcAction, type Action, type Call } from './action';

const existing = { code: 'UserHasRegistered', message: 'the user has registered' };

/**
 * Registers up to 20 users, or as many as the reading has it. Ids that are known stay as they are and are reported as `UserHasRegistered`, unless
 * `existingUsersAs` says otherwise.
 * Source: https://www.volcengine.com/docs/6348/1125993
 */
export const registerUsers: Action = {
  ...rtcAction,
  name: 'RegisterUsers',
  requestsPerSecond: 50,
  perform(call) {
    const { body, ledger, settings } = call;
    const form = { maxUsers: settings.usersPerRegistration, rules: profileRules(settings) };
    const users = readUsers(body, form, settings);
    const request = requestOf(call, users);
    if (isRefusal(request)) return request;
    const { appId, content } = request;
    const exists = ({ userId }: UserEntry) => ledger.has(appId, userId);
    if (settings.existingUsersAs === 'requestError' && content.some(exists)) {
      return businessRefusal(settings, existing.code, existing.message);
    }
    const failed = actOnEach(call, content, (user) => register(call, appId, user));
    return renderFailedInfos(failed, { failedIdsAs: 'text', emptyFailedInfos: 'absent' }, settings);
  },
};

function register(call: Call, appId: number, { userId, ...user }: UserEntry): Rejection | undefined {
  const { ledger, requestId, settings } = call;
  const now = settings.date().getTime();
  if (hasJustLeft(call, appId, userId, now)) return 'UpdateTooFrequent';
  const profile = user.profile as Profile;
  if (ledger.register(appId, userId, profile, requestId, now)) return undefined;
  if (settings.existingUsersAs !== 'updated') return existing;
  ledger.change(appId, userId, profile, requestId, now);
  return undefined;
}

function hasJustLeft({ ledger, settings }: Call, appId: number, userId: string, now: number): boolean {
  const { registerAgainAfterMs } = settings;
  const isRecent = ({ time }: FormerUser) => now - time < registerAgainAfterMs;
  const left = registerAgainAfterMs > 0 ? ledger.formerUsers.filter(isRecent) : [];
  return left.some((one) => one.appId === appId && one.userId === userId);
}
