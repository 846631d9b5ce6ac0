import { parse } from 'lossless-json';
import type { ActionName } from './facts';
import type { SentRequest } from './request';
import type { Told } from './told';
import { userCodes } from './userCodes';

interface Result {
  FailedInfos?: Array<{ UserId: string; Code: string }> | null;
  Users?: Array<{ UserId: string }> | null;
  NotFoundUsers?: string[] | null;
}

interface Answer {
  ResponseMetadata: { Error?: { Code: string; Message: string } };
  Result?: Result | null;
}

/** Of several things that a result tells about one user, the worst holds. */
const fromWorstToBest: readonly Told[] = ['refused', 'transient', 'throttled', 'exists', 'missing'];

/** What an answer tells about each user, and what the service has against the request, read from its text alone. */
export function toldByAnswer(
  text: string,
  { action, userIds }: Pick<SentRequest, 'action' | 'userIds'>,
): { told: Told[]; objection?: string } {
  const { ResponseMetadata, Result } = parse(text, undefined, String) as Answer;
  const { Error: error } = ResponseMetadata;
  if (error === undefined) return { told: userIds.map((id) => toldOf(id, action, Result ?? {})) };
  const about = codeOfRequest(error.Code, action);
  // A refusal for what a user is or is not is about the user only where it is alone.
  const isAboutUser = about !== undefined && (about === 'quotaUsedUp' || userIds.length === 1);
  return {
    told: userIds.map(() => (isAboutUser ? about : 'requestRefused')),
    ...(about === undefined && { objection: `${error.Code}: ${error.Message}` }),
  };
}

function codeOfRequest(code: string, action: ActionName): Told | undefined {
  if (action === 'UserBroadcast') return code === 'RateLimitExceeded' ? 'quotaUsedUp' : undefined;
  if (action === 'RegisterUsers') return code === 'UserHasRegistered' ? 'exists' : undefined;
  return code === 'UserNotFound' ? 'missing' : undefined;
}

function toldOf(userId: string, action: ActionName, result: Result): Told {
  if (action === 'BatchGetUser') return toldOfFound(userId, result);
  const infos = (result.FailedInfos ?? []).filter(({ UserId }) => UserId === userId);
  const told = infos.map(({ Code }) => toldByCode(Code, action));
  // That a user is missing is as bad as anything, but where that is wanted.
  const order = action === 'UnRegisterUsers' ? fromWorstToBest : (['missing', ...fromWorstToBest] as const);
  return order.find((one) => told.includes(one)) ?? 'accepted';
}

function toldByCode(code: string, action: ActionName): Told | undefined {
  const isMissing = code === 'UserNotFound' && action !== 'RegisterUsers';
  return isMissing ? 'missing' : userCodes.get(code);
}

/** A user that is in neither list has to be asked for again. */
function toldOfFound(userId: string, { Users, NotFoundUsers }: Result): Told {
  if ((NotFoundUsers ?? []).includes(userId)) return 'missing';
  return (Users ?? []).some(({ UserId }) => UserId === userId) ? 'accepted' : 'noAnswer';
}
