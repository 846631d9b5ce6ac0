import type { Unreached } from '../../transport/CircuitBreaker';
import type { Meaning } from '../../transport/meanings';
import type { ApiError, ReplyInfo } from '../../transport/send';
import type { Failure } from '../outcome';
import type { StopReason } from '../stopReason';

const unknownFate = 'Whether the user was processed is not known';

const checkWhatIsBetween =
  "Check the credential's Endpoint, and the proxy or firewall between n8n and Volcengine, then run these users again.";

/** What an error means and how to go on, where the service's own words do not say it. They are added. */
const advice: Partial<Record<Meaning, string>> = {
  throttled:
    'The account sent more requests than its limit allows. Run these users again later, or lower Max Requests per Second.',
  userTooFrequent: 'This user was changed too often in a short time. Run it again later.',
  transient: `The service failed for the moment; whether the user was processed is not known. Run it again.`,
  unprocessed: 'The service did not take the request. Run these users again.',
  existingUser:
    'A user with this id is registered already. Set the option Existing Users to count it as a success.',
  missingUser: 'No user with this ID is registered in this app.',
  unknownKey:
    'Volcengine does not know this Access Key ID. Check it in the credential, and that the key is not disabled.',
  wrongSecret:
    'The Secret Access Key does not belong to this Access Key ID. Paste it again into the credential.',
  wrongScope:
    'Volcengine does not accept this key for this region or service. Check Region and Endpoint in the credential, then the keys.',
  wrongToken: 'The Session Token is wrong or has expired. Put new temporary keys into the credential.',
  noPermission:
    'The access key may not use this API. Give its user the policy RTCFullAccess, and make sure that the IM service is activated in the RTC console.',
  noSuchApi: 'The address does not offer this API. Check the Endpoint and the Region of the credential.',
  unknownApp:
    'There is no IM app with this App ID. Look it up in the RTC console under IM; the App ID of an RTC app is a different one.',
  disabledApp: 'The IM app is disabled. Enable it in the RTC console under IM.',
  foreignApp:
    'The app belongs to another account, or the access key may not use it. Check the App ID, and that the key is of the account that owns the app.',
};

/** The code of an error, that of its HTTP status where the answer names none. */
export function codeOf({ code }: ApiError, { httpStatus }: ReplyInfo): string {
  return code ?? `HTTP${httpStatus}`;
}

/** What happened and, where something can be done, what to do. */
export function describeError({ meaning, code, message }: ApiError, info: ReplyInfo): string {
  switch (meaning) {
    case 'noAnswer':
      return `No answer came (${code}: ${message}). ${unknownFate}. Check the network, then run this user again.`;
    case 'noConnection':
      return `There is no connection to the service (${code}: ${message}). Check the network and the credential's Endpoint, then run this user again.`;
    case 'notVolcengine':
      return `${describeStranger(info)} ${checkWhatIsBetween}`;
    case 'foreignPage':
      // A status says enough of what is no success.
      return code === undefined
        ? `${describeStranger(info)} ${unknownFate}. ${checkWhatIsBetween}`
        : `The answer (HTTP ${info.httpStatus}) is not Volcengine's: ${message}. A proxy or gateway between n8n and Volcengine may have answered. ${unknownFate}. ${checkWhatIsBetween}`;
    case 'invalidResult':
      return `The answer could not be understood: ${message}. ${unknownFate}. Run this user again.`;
    case 'unsendable':
      return message;
    case 'wrongClock':
      return `${describeClock(info)} Volcengine said: ${message}`;
    default:
      return describeRefusal(code, message, advice[meaning]);
  }
}

function describeRefusal(code: string | undefined, message: string, whatToDo: string | undefined): string {
  if (whatToDo !== undefined) return `${whatToDo} Volcengine said: ${message}`;
  return code === undefined ? `It was refused: ${message}` : `Volcengine refused it with ${code}: ${message}`;
}

/** Why a run that does not reach the service was stopped. */
export function unreachedReason(last: Unreached): StopReason {
  const { error, httpStatus } = last;
  if (error.meaning === 'noConnection') return { code: 'NoConnection', message: describeError(error, last) };
  const message = `${describeStranger(last)} ${checkWhatIsBetween}`;
  return { code: 'NotVolcengine', message, ...(httpStatus !== undefined && { httpStatus }) };
}

/** A failure after a request that may have been carried out. */
export function inDoubt(failure: Failure): Failure {
  const message = `${failure.message} An earlier attempt may have succeeded, so the user may have been processed all the same.`;
  return { ...failure, message, kind: 'unavailable', retryable: true };
}

/** Who answered in place of the service, as far as the answer says. */
function describeStranger({ httpStatus, redirectHost, proxyHost }: ReplyInfo): string {
  const leadsTo = redirectHost === undefined ? '' : `, with a redirect to ${redirectHost}`;
  const by = proxyHost === undefined ? 'a proxy or gateway' : `the proxy ${proxyHost}`;
  return `Volcengine did not answer, but ${by} between n8n and Volcengine did (HTTP ${httpStatus}${leadsTo}).`;
}

/** A clock that is off, with how far where the answer says. */
function describeClock({ clockAheadMs }: ReplyInfo): string {
  if (clockAheadMs === undefined) {
    return 'The clock of the machine that runs n8n is off by more than 15 minutes. Set it and run the workflow again.';
  }
  const direction = clockAheadMs > 0 ? 'ahead of' : 'behind';
  return `The clock of the machine that runs n8n is ${describeTime(Math.abs(clockAheadMs))} ${direction} Volcengine's. Set it and run the workflow again.`;
}

function describeTime(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} minutes`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / (24 * 60))} days`;
}
