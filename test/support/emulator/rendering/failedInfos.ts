import { LosslessNumber } from 'lossless-json';

/** Why one user of a request was refused while the others went through. */
export interface FailedUser {
  userId: string;
  code: string;
  message: string;
}

/** How the emulator writes what the documentation leaves open. */
export interface FailedInfosStyle {
  /** `UserId` as text (the API page) or as a bare number (the Go SDK's model). */
  failedIdsAs: 'text' | 'number';
  /** What stands for "nobody failed". */
  emptyFailedInfos: 'absent' | 'null' | 'empty';
}

/**
 * The `Result` of an action that reports failures user by user.
 * Source: https://www.volcengine.com/docs/6348/1125993
 */
export function renderFailedInfos(failed: readonly FailedUser[], style: FailedInfosStyle): object {
  if (failed.length > 0) return { FailedInfos: failed.map((user) => failedInfo(user, style)) };
  if (style.emptyFailedInfos === 'absent') return {};
  return { FailedInfos: style.emptyFailedInfos === 'null' ? null : [] };
}

function failedInfo(user: FailedUser, style: FailedInfosStyle) {
  const UserId = style.failedIdsAs === 'number' ? new LosslessNumber(user.userId) : user.userId;
  return { UserId, Code: user.code, Message: user.message };
}
