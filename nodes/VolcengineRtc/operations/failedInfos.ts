import { isObject } from '../transport/readReply';
import type { ApiError } from '../transport/send';

/**
 * Reads `Result.FailedInfos`, which all actions on users share; absent, null or empty means that none failed.
 *
 * Ids are documented as text in one place and as numbers in another, so both are read.
 *
 * @returns undefined when it is not of the documented shape
 * @see https://www.volcengine.com/docs/6348/1125993
 */
export function readFailedInfos(result: unknown): ReadonlyMap<string, Required<ApiError>> | undefined {
  if (result === undefined || result === null) return new Map();
  if (!isObject(result)) return undefined;
  const infos = result.FailedInfos ?? [];
  if (!Array.isArray(infos)) return undefined;
  const failed = new Map<string, Required<ApiError>>();
  for (const info of infos as unknown[]) {
    if (!isObject(info)) return undefined;
    const id = readId(info.UserId);
    if (id === undefined || typeof info.Code !== 'string') return undefined;
    failed.set(id, { code: info.Code, message: typeof info.Message === 'string' ? info.Message : '' });
  }
  return failed;
}

function readId(id: unknown): string | undefined {
  if (typeof id === 'number') return Number.isSafeInteger(id) ? String(id) : undefined;
  return typeof id === 'string' && /^\d+$/.test(id) ? id : undefined;
}
