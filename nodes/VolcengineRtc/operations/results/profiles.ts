import type { IDataObject } from 'n8n-workflow';
import { isObject, type JsonObject } from '../../transport/json/json';
import type { RowResult, RowResults } from '../../transport/send';
import { anyObject, arrayOf, flag, objectOf, text } from '../schema';
import { listOf } from './listOf';
import { userIdOf } from './userIdOf';

const notFound: RowResult = {
  error: { meaning: 'missingUser', code: 'UserNotFound', message: '' },
};

/** The members of a profile. */
const members = {
  userId: text,
  nickName: text,
  portrait: text,
  tags: arrayOf(text),
  ext: anyObject,
  isRobot: flag,
  createTime: text,
  modifyTime: text,
};

/** A profile in the node's own words. */
export const profileSchema = objectOf(members);

/**
 * Reads the profiles of BatchGetUser. The order of its lists is not documented, so users are known by their ids. One that
 * stands in both lists counts as not found.
 *
 * @returns undefined when it is not of the documented shape
 * @see https://www.volcengine.com/docs/6348/1125996
 */
export function readProfiles(result: unknown): RowResults | undefined {
  if (!isObject(result)) return undefined;
  const [users, missing] = [listOf(result.Users), listOf(result.NotFoundUsers)];
  if (users === undefined || missing === undefined) return undefined;
  const rows = new Map<string, RowResult>();
  for (const given of users) {
    const user = isObject(given) ? readProfile(given) : undefined;
    if (user === undefined) return undefined;
    rows.set(user.userId as string, { data: { user } });
  }
  for (const given of missing) {
    const userId = userIdOf(given);
    if (userId === undefined) return undefined;
    rows.set(userId, notFound);
  }
  return rows;
}

/** A profile, without what the service left out; undefined for what is none. */
function readProfile(given: JsonObject): IDataObject | undefined {
  const userId = userIdOf(given.UserId);
  const { NickName, Portrait, Tags, Ext, IsRobot } = given;
  const isFlat = [NickName, Portrait, IsRobot].every(isPlain) && isPlainList(Tags) && isPlainMap(Ext);
  if (userId === undefined || !isFlat) return undefined;
  const user = {
    userId,
    nickName: NickName,
    portrait: Portrait,
    tags: Tags,
    ext: Ext,
    isRobot: IsRobot,
    createTime: readTime(given.CreateTime),
    modifyTime: readTime(given.ModifyTime),
  } satisfies Record<keyof typeof members, unknown>;
  const known = Object.entries(user).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(known) as IDataObject;
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function isPlainList(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.every(isPlain));
}

function isPlainMap(value: unknown): boolean {
  return value === undefined || value === null || (isObject(value) && Object.values(value).every(isPlain));
}

/** A time as text in ISO 8601, from milliseconds since 1970; what is no time is left out. */
function readTime(given: unknown): string | undefined {
  const ms = typeof given === 'number' || typeof given === 'string' ? new Date(Number(given)) : undefined;
  return ms === undefined || Number.isNaN(ms.getTime()) || given === '' ? undefined : ms.toISOString();
}
