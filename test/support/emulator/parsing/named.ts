import { integerDigits, isObject } from './jsonBody';

/** The app and the users a body names, as far as they can be made out in a body that may be wrong. */
export interface Named {
  appId?: number;
  /** The digits of `Users[].UserId`, or else of `UserIds[]`; entries that are no integers are left out. */
  userIds: string[];
}

/** Reads what a body names, for the log of arrivals and for scripted faults. */
export function namedIn(body: unknown): Named {
  if (!isObject(body)) return { userIds: [] };
  const appId = integerDigits(body.AppId);
  const ids = Array.isArray(body.Users)
    ? body.Users.map((user: unknown) => (isObject(user) ? user.UserId : undefined))
    : Array.isArray(body.UserIds)
      ? body.UserIds
      : [];
  const userIds = ids.map(idDigits).filter((digits) => digits !== undefined);
  return appId === undefined ? { userIds } : { appId: Number(appId), userIds };
}

/** The digits of an id, bare or as text; undefined for anything else. */
export function idDigits(value: unknown): string | undefined {
  if (typeof value !== 'string') return integerDigits(value);
  return /^(0|[1-9][0-9]*)$/.test(value) ? value : undefined;
}
