import type { IDataObject } from 'n8n-workflow';
import { isObject, type JsonObject } from '../../transport/json/json';
import type { RowResult, RowResults } from '../../transport/send';
import { objectOf, text } from '../schema';
import { listOf } from './listOf';
import { userIdOf } from './userIdOf';

/** More users than any request asks for: the result is not of this request, and would block n8n while it is read. */
const mostUsers = 1000;

/** The members of a connection. */
const members = { platform: text, deviceId: text, connectionId: text, clientVersion: text };

/** A connection in the node's own words. */
export const connectionSchema = objectOf(members);

/** A user without a connection; also one that the result does not name. */
export const offline: RowResult = { data: { online: false, connections: [] } };

/**
 * Reads `QueryOnlineResults` of QueryOnlineStatus: a map from the ids of users who are online to their connections.
 *
 * @returns undefined when it is not of the documented shape
 * @see https://www.volcengine.com/docs/6348/788533
 */
export function readConnections(result: unknown): RowResults | undefined {
  if (!isObject(result)) return undefined;
  const given = result.QueryOnlineResults ?? {};
  if (!isObject(given)) return undefined;
  const users = Object.entries(given);
  if (users.length > mostUsers) return undefined;
  const rows = new Map<string, RowResult>();
  for (const [name, value] of users) {
    const userId = userIdOf(name);
    const connections = listOf(value)?.map(readConnection);
    if (userId === undefined || connections === undefined || connections.includes(undefined))
      return undefined;
    rows.set(userId, { data: { online: connections.length > 0, connections: connections as IDataObject[] } });
  }
  return rows;
}

/** A connection, everything as text, without what the service left out. */
function readConnection(given: unknown): IDataObject | undefined {
  if (!isObject(given)) return undefined;
  const { Platform, DeviceId, ConnId, ClientVersion }: JsonObject = given;
  const connection = {
    platform: Platform,
    deviceId: DeviceId,
    connectionId: ConnId,
    clientVersion: ClientVersion,
  } satisfies Record<keyof typeof members, unknown>;
  const known = Object.entries(connection).filter(([, value]) => value !== undefined && value !== null);
  if (known.some(([, value]) => typeof value === 'object')) return undefined;
  return Object.fromEntries(known.map(([name, value]) => [name, String(value)]));
}
