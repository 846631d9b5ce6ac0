import { parse } from 'lossless-json';

/** A request as it came over the wire. */
export interface ModelRequest {
  appId: string;
  /** In digits, exactly as sent. */
  userIds: string[];
  /** Every user as sent, its numbers as texts of digits. */
  users: Array<Record<string, unknown>>;
}

const asDigits = { parseNumber: (digits: string) => digits };

/** Reads a body, with every digit of its numbers. @throws for a body that is not as the API wants it */
export function readRequest(body: unknown): ModelRequest {
  if (typeof body !== 'string') throw new Error('The body is no text');
  const { AppId, Users } = parse(body, undefined, asDigits.parseNumber) as {
    AppId: string;
    Users: Array<Record<string, unknown>>;
  };
  return { appId: AppId, userIds: Users.map(({ UserId }) => UserId as string), users: Users };
}
