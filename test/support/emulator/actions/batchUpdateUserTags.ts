import { integerRule } from '../parsing/fields';
import { readIdList, type IdListForm } from '../parsing/idList';
import { integerDigits } from '../parsing/jsonBody';
import { tagsRule } from '../parsing/userFields';
import type { RequestReadings } from '../readings/requestReadings';
import { isRefusal } from '../rendering/refusal';
import type { Profile } from '../state/user';
import { requestOf, rtcAction, type Action } from './action';
import { changeRegistered } from './changeRegistered';

/**
 * Adds tags to users (`Op` 0, ignoring those that are there) or removes them (`Op` 1, ignoring those that are missing).
 * Source: https://www.volcengine.com/docs/6348/1125995
 */
export const batchUpdateUserTags: Action = {
  ...rtcAction,
  name: 'BatchUpdateUserTags',
  requestsPerSecond: 50,
  perform(call) {
    const { body, ledger, requestId, settings } = call;
    const request = requestOf(call, readIdList(body, formOf(settings), settings));
    if (isRefusal(request)) return request;
    const { appId, content } = request;
    const { Tags, Op } = body as { Tags: string[]; Op?: unknown };
    const change = integerDigits(Op) === '1' ? withoutTags : withTags;
    const users = content.map((userId) => ({ userId }));
    const style = { failedIdsAs: 'number', emptyFailedInfos: 'absent' } as const;
    return changeRegistered(call, { appId, content: users }, style, ({ userId }) => {
      const profile = change(ledger.find(appId, userId)!.profile, Tags);
      ledger.change(appId, userId, profile, requestId, settings.date().getTime());
    });
  },
};

function formOf(readings: RequestReadings): IdListForm {
  return {
    maxIds: readings.tagIdsPerRequest,
    more: { Tags: tagsRule({ ...readings, emptyTags: 'refused' }), Op: integerRule(0, 1) },
    required: readings.omittedOp === 'refused' ? ['Tags', 'Op'] : ['Tags'],
  };
}

function withTags(profile: Profile, tags: readonly string[]): Profile {
  return { ...profile, Tags: [...new Set([...(profile.Tags ?? []), ...tags])] };
}

function withoutTags({ Tags = [], ...profile }: Profile, tags: readonly string[]): Profile {
  const left = Tags.filter((tag) => !tags.includes(tag));
  return left.length === 0 ? profile : { ...profile, Tags: left };
}
