import type { Exchange } from '../client/Client';
import { Unclear } from '../client/problems';
import { bare, type Session } from '../client/Session';
import { isAccepted } from '../client/verdict';

/** A user of a request, by the API's names of its fields. */
export type User = { id: string } & Record<string, unknown>;

/** A user as it stands in a body. */
export function wireUser({ id, ...fields }: User): object {
  return { UserId: bare(id), ...fields };
}

/** Asks to register users. From here on they are to be unregistered in the end. @throws as `Session.call` */
export async function register(session: Session, ...users: User[]): Promise<Exchange> {
  for (const { id } of users) session.users.touched.add(id);
  return await session.call('RegisterUsers', { Users: users.map(wireUser) });
}

/** Asks to unregister users. @throws as `Session.call` */
export async function unregister(session: Session, ...ids: string[]): Promise<Exchange> {
  return await session.call('UnRegisterUsers', { UserIds: ids.map(bare) });
}

/** Most users in a request that every version of the documentation allows. */
const fewPerRequest = 10;

/** New users, registered with the fields. @throws Unclear unless all of them are, and as `Session.call` */
export async function newUsers(session: Session, count: number, fields: object = {}): Promise<string[]> {
  const ids = session.users.take(count);
  for (let at = 0; at < count; at += fewPerRequest) {
    const users = ids.slice(at, at + fewPerRequest).map((id) => ({ id, ...fields }));
    const reply = await register(session, ...users);
    if (!isAccepted(reply)) throw new Unclear(reply);
  }
  return ids;
}

/** Users with an id alone that stay as they are; the same ones may be given again. @throws as `newUsers` */
export async function registered(session: Session, count: number): Promise<string[]> {
  const missing = count - session.crowd.length;
  if (missing > 0) session.crowd.push(...(await newUsers(session, missing)));
  return session.crowd.slice(0, count);
}

/** Users with an id alone, for one question to change or to unregister. @throws as `newUsers` */
export async function ofItsOwn(session: Session, count: number): Promise<string[]> {
  await registered(session, count);
  return session.crowd.splice(-count);
}
