/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a tool, outside n8n */
import { setTimeout as sleep } from 'node:timers/promises';
import { profilesIn } from './asking/profiles';
import type { Exchange } from './client/Client';
import { bare, type Session } from './client/Session';
import { isRefused } from './client/verdict';
import { asList, asObject, asText } from './client/reply';

/** BatchGetUser takes 50 ids. */
const lookedUpAtOnce = 50;

/** UnRegisterUsers takes 10 ids. One that is refused may be what the others of its request are refused for. */
const unregisteredAtOnce = (round: number) => (round < 2 ? 10 : 1);

/** How often it tries, with a longer pause each time. */
const rounds = 6;

/**
 * Unregisters every user that may be registered, and goes on until the service says that none of them is. The first time
 * it does so without a look, as a look might come too early to find who was registered last.
 * @param waitMs the pause after the first round; the others are longer
 * @returns the ids that are registered still, or may be
 */
export async function unregisterAll(session: Session, waitMs: number): Promise<string[]> {
  let left = [...session.users.touched];
  for (let round = 0; round < rounds && left.length > 0; round += 1) {
    if (round > 0) await sleep(waitMs * round);
    for (const ids of inParts(left, unregisteredAtOnce(round))) await send(session, 'UnRegisterUsers', ids);
    left = await stillThere(session, left);
  }
  return left;
}

/** Those of the ids that the service does not say are unknown. */
async function stillThere(session: Session, ids: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const part of inParts(ids, lookedUpAtOnce)) {
    const reply = await send(session, 'BatchGetUser', part);
    const gone = isRefused(reply) ? new Set() : new Set(notFoundIn(reply));
    const found = profilesIn(reply);
    left.push(...part.filter((id) => !gone.has(id) || found.has(id)));
  }
  return left;
}

function notFoundIn({ result }: Exchange): string[] {
  return asList(asObject(result)?.NotFoundUsers).map(asText);
}

/** Sends past the limits and the end of the questions: these requests go out whatever happened. */
async function send(session: Session, action: string, ids: readonly string[]): Promise<Exchange> {
  return await session.client.send({ action, body: session.bodyOf({ UserIds: ids.map(bare) }) });
}

function inParts<T>(list: readonly T[], size: number): T[][] {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size));
}
