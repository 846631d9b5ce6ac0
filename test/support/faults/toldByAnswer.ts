import { parse } from 'lossless-json';
import type { Told } from './told';
import { userCodes } from './userCodes';

interface Answer {
  ResponseMetadata: { Error?: { Code: string; Message: string } };
  Result?: { FailedInfos?: Array<{ UserId: string; Code: string }> };
}

/** Of several things that a result tells about one user, the worst holds. */
const fromWorstToBest: readonly Told[] = ['refused', 'transient', 'throttled', 'exists'];

/** What an answer tells about each user, and what the service has against the request, read from its text alone. */
export function toldByAnswer(body: string, userIds: readonly string[]): { told: Told[]; objection?: string } {
  const { ResponseMetadata, Result } = parse(body, undefined, String) as Answer;
  const { Error: error } = ResponseMetadata;
  if (error === undefined) return { told: userIds.map((id) => toldOf(id, Result?.FailedInfos ?? [])) };
  const isAboutExisting = error.Code === 'UserHasRegistered';
  const isAlone = userIds.length === 1;
  return {
    // A refusal for existing users is about the user only where it is alone.
    told: userIds.map(() => (isAboutExisting && isAlone ? 'exists' : 'requestRefused')),
    ...(!isAboutExisting && { objection: `${error.Code}: ${error.Message}` }),
  };
}

function toldOf(userId: string, infos: NonNullable<Answer['Result']>['FailedInfos'] & object): Told {
  const told = infos.filter(({ UserId }) => UserId === userId).map(({ Code }) => userCodes.get(Code));
  return fromWorstToBest.find((one) => told.includes(one)) ?? 'accepted';
}
