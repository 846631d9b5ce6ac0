import type { Settings } from '../options';
import { orNull } from '../parsing/fields';
import { profileRules } from '../parsing/userFields';
import { readUsers, type UsersForm } from '../parsing/users';
import { isRefusal } from '../rendering/refusal';
import { isEmptyUpdate, updatedProfile } from '../state/updatedProfile';
import { requestOf, rtcAction, type Action } from './action';
import { changeRegistered } from './changeRegistered';

/**
 * Changes the profiles of up to 10 users.
 * Source: https://www.volcengine.com/docs/6348/1187901
 */
export const batchUpdateUser: Action = {
  ...rtcAction,
  name: 'BatchUpdateUser',
  requestsPerSecond: 50,
  perform(call) {
    const { body, ledger, requestId, settings } = call;
    const request = requestOf(call, readUsers(body, formOf(settings), settings));
    if (isRefusal(request)) return request;
    const { appId } = request;
    const style = { failedIdsAs: 'number', emptyFailedInfos: 'empty' } as const;
    return changeRegistered(call, request, style, ({ userId, profile }) => {
      const before = ledger.find(appId, userId)!.profile;
      const after = updatedProfile(before, profile, settings);
      ledger.change(appId, userId, after, requestId, settings.date().getTime());
    });
  },
};

function formOf(settings: Settings): UsersForm {
  const { NickName, Portrait, Tags, Ext } = profileRules(settings);
  return {
    maxUsers: 10,
    // The official Go SDK sends the maps and lists that are not set as null.
    rules: { NickName: NickName!, Portrait: Portrait!, Tags: orNull(Tags!), Ext: orNull(Ext!) },
    problemWith: (profile) =>
      settings.emptyUpdate === 'refused' && isEmptyUpdate(profile, settings)
        ? 'gives nothing to update'
        : undefined,
  };
}
