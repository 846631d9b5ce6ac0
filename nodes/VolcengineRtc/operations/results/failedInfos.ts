import { meaningForUser } from '../../transport/errorCodes';
import { isObject } from '../../transport/json/json';
import type { Meaning } from '../../transport/meanings';
import type { ApiError, RowResults } from '../../transport/send';
import { listOf } from './listOf';
import { userIdOf } from './userIdOf';

/** What may pass by itself, from the best to the worst; worse is a refusal. */
const passing: readonly Meaning[] = ['userTooFrequent', 'throttled', 'transient'];

/**
 * Reads `Result.FailedInfos`, which all actions that change users share; absent, null or empty means that none failed.
 *
 * Where a result names a user twice, the worse error holds.
 *
 * @param alreadySo the error that says that a user is as wanted already, the best there is
 * @param meanings what codes mean here, where it is something else than elsewhere
 * @returns a reader that returns undefined for what is not of the documented shape
 * @see https://www.volcengine.com/docs/6348/1125993
 */
export function failedInfosReader(
  alreadySo?: Meaning,
  meanings: Readonly<Record<string, Meaning>> = {},
): (result: unknown) => RowResults | undefined {
  const worse = (one: ApiError | undefined, other: ApiError) =>
    one !== undefined && rankOf(one.meaning, alreadySo) >= rankOf(other.meaning, alreadySo) ? one : other;
  return (result) => readFailedInfos(result, worse, meanings);
}

function readFailedInfos(
  result: unknown,
  worse: (one: ApiError | undefined, other: ApiError) => ApiError,
  meanings: Readonly<Record<string, Meaning>>,
): RowResults | undefined {
  if (result === undefined || result === null) return new Map();
  const infos = isObject(result) ? listOf(result.FailedInfos) : undefined;
  if (infos === undefined) return undefined;
  const failed = new Map<string, { error: ApiError }>();
  for (const info of infos) {
    if (!isObject(info)) return undefined;
    const id = userIdOf(info.UserId);
    if (id === undefined || typeof info.Code !== 'string') return undefined;
    failed.set(id, { error: worse(failed.get(id)?.error, readError(info.Code, info.Message, meanings)) });
  }
  return failed;
}

function readError(code: string, message: unknown, meanings: Readonly<Record<string, Meaning>>): ApiError {
  const known = code.trim() === '' ? undefined : code;
  return {
    meaning: Object.hasOwn(meanings, code) ? (meanings[code] as Meaning) : meaningForUser(known),
    ...(known !== undefined && { code: known }),
    message: typeof message === 'string' ? message.trim() : '',
  };
}

/** How bad an error is. */
function rankOf(meaning: Meaning, alreadySo: Meaning | undefined): number {
  if (meaning === alreadySo) return -1;
  return passing.includes(meaning) ? passing.indexOf(meaning) : passing.length;
}
