/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a tool, outside n8n */
import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'lossless-json';
import type { Exchange } from '../client/Client';
import { asList, asObject, asText } from '../client/reply';
import { bare, type Session } from '../client/Session';

/** What the service keeps of a user, by the API's names. */
export type Profile = Record<string, unknown>;

/** Asks for the profiles of users. @throws as `Session.call` */
export async function lookUp(session: Session, ...ids: string[]): Promise<Exchange> {
  return await session.call('BatchGetUser', { UserIds: ids.map(bare) });
}

/** The profiles in an answer, by id. */
export function profilesIn({ result }: Exchange): Map<string, Profile> {
  const users = asList(asObject(result)?.Users).map((user) => asObject(user) ?? {});
  return new Map(users.map((user) => [asText(user.UserId), user]));
}

/** The profile of one user; empty where it is not found. @throws as `Session.call` */
export async function profileOf(session: Session, id: string): Promise<Profile> {
  return profilesIn(await lookUp(session, id)).get(id) ?? {};
}

/** A member of an answer as JSON text, or that it is not there. */
export function shown(value: unknown): string {
  if (value === undefined) return 'left out';
  const text = stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Whether two JSON values are the same; for lists of text, in whatever order. */
export function isSame(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) => (Array.isArray(value) ? [...(value as unknown[])].sort() : value);
  return isDeepStrictEqual(plain(one), plain(other));
}

/** Whether there is something in a member. */
export function isFilled(value: unknown): boolean {
  return Object.keys((value ?? {}) as object).length > 0;
}
