import { meaningForUser } from '../transport/errorCodes';
import { isObject } from '../transport/json/json';
import type { Meaning } from '../transport/meanings';
import type { ApiError, UserErrors } from '../transport/send';

/** Where a result names a user twice, the worse error holds; from the best to the worst. */
const fromBestToWorst: readonly Meaning[] = [
  'existingUser',
  'userTooFrequent',
  'throttled',
  'transient',
  'rejectedUser',
];

/** Many times what a request takes; a longer list is not of this request, and would block n8n while it is read. */
const mostInfos = 1000;

/**
 * Reads `Result.FailedInfos`, which all actions on users share; absent, null or empty means that none failed.
 *
 * Ids are documented as text in one place and as numbers in another, so both are read.
 *
 * @returns undefined when it is not of the documented shape
 * @see https://www.volcengine.com/docs/6348/1125993
 */
export function readFailedInfos(result: unknown): UserErrors | undefined {
  if (result === undefined || result === null) return new Map();
  if (!isObject(result)) return undefined;
  const infos = result.FailedInfos ?? [];
  if (!Array.isArray(infos) || infos.length > mostInfos) return undefined;
  const failed = new Map<string, ApiError>();
  for (const info of infos as unknown[]) {
    if (!isObject(info)) return undefined;
    const id = readId(info.UserId);
    if (id === undefined || typeof info.Code !== 'string') return undefined;
    failed.set(id, worse(failed.get(id), readError(info.Code, info.Message)));
  }
  return failed;
}

function readError(code: string, message: unknown): ApiError {
  const known = code.trim() === '' ? undefined : code;
  return {
    meaning: meaningForUser(known),
    ...(known !== undefined && { code: known }),
    message: typeof message === 'string' ? message.trim() : '',
  };
}

function worse(one: ApiError | undefined, other: ApiError): ApiError {
  if (one === undefined) return other;
  return fromBestToWorst.indexOf(one.meaning) >= fromBestToWorst.indexOf(other.meaning) ? one : other;
}

function readId(id: unknown): string | undefined {
  if (typeof id === 'number') return Number.isSafeInteger(id) && id >= 0 ? String(id) : undefined;
  return typeof id === 'string' && /^\d{1,40}$/.test(id) ? id.replace(/^0+(?=\d)/, '') : undefined;
}
