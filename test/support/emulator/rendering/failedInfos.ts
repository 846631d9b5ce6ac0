import { LosslessNumber } from 'lossless-json';
import type { AnswerReadings } from '../readings/answerReadings';
import { emptyResult } from './emptyResult';

/** Why one user of a request was refused while the others went through. */
export interface FailedUser {
  userId: string;
  code: string;
  message: string;
}

/** How the users that failed are written; pages of the API and the Go SDK's model differ. */
export interface FailedInfosStyle {
  /** `UserId` as text (the page of RegisterUsers) or as a bare number (all other pages, and the Go SDK's model). */
  failedIdsAs: 'text' | 'number';
  /** What stands for "nobody failed". */
  emptyFailedInfos: 'absent' | 'null' | 'empty';
}

/**
 * The `Result` of an action that reports failures user by user.
 * Source: https://www.volcengine.com/docs/6348/1125993
 * @param documented what the action's page has, where the settings do not say otherwise
 */
export function renderFailedInfos(
  failed: readonly FailedUser[],
  documented: FailedInfosStyle,
  settings: Partial<FailedInfosStyle> & AnswerReadings & { messagesEndIn: string },
): object | undefined {
  const { failedIdsAs = documented.failedIdsAs, emptyFailedInfos = documented.emptyFailedInfos } = settings;
  if (failed.length > 0)
    return { FailedInfos: failed.map((user) => failedInfo(user, failedIdsAs, settings.messagesEndIn)) };
  if (emptyFailedInfos === 'absent') return emptyResult(settings);
  return { FailedInfos: emptyFailedInfos === 'null' ? null : [] };
}

function failedInfo(user: FailedUser, idsAs: 'text' | 'number', end: string) {
  const UserId = idsAs === 'number' ? new LosslessNumber(user.userId) : user.userId;
  return { UserId, Code: user.code, Message: user.message + end };
}
