import type { Rejection } from '../faults/fault';
import { renderFailedInfos, type FailedInfosStyle } from '../rendering/failedInfos';
import type { Refusal } from '../rendering/refusal';
import { actOnEach, type NamedUser } from './actOnEach';
import { businessRefusal, type Call, type ReadRequest } from './action';

const notFound = { code: 'UserNotFound', message: 'UserisNotFound' };

/**
 * Carries out an action on users that must be registered. Those that are not are told as `missingUsersAs` says.
 * @param documented how the action's page writes the users that failed
 */
export function changeRegistered<T extends NamedUser>(
  call: Call,
  { appId, content: users }: ReadRequest<readonly T[]>,
  documented: FailedInfosStyle,
  change: (user: T) => void,
): object | undefined | Refusal {
  const { ledger, settings } = call;
  const isMissing = ({ userId }: NamedUser) => !ledger.has(appId, userId);
  if (settings.missingUsersAs === 'requestError' && users.some(isMissing)) {
    return businessRefusal(settings, notFound.code, notFound.message);
  }
  const failed = actOnEach(call, users, (user): Rejection | undefined => {
    if (isMissing(user)) return settings.missingUsersAs === 'ignored' ? undefined : notFound;
    change(user);
    return undefined;
  });
  return renderFailedInfos(failed, documented, settings);
}
