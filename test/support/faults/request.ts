import { parse } from 'lossless-json';

/** A request as it was sent. */
export interface SentRequest {
  appId: string;
  /** In digits, exactly as sent. */
  userIds: readonly string[];
  /** Every user as sent, its numbers as texts of digits; none where the request has bare ids. */
  users: Array<Record<string, unknown>>;
}

interface Body {
  AppId: string;
  Users?: Array<Record<string, unknown>>;
  UserIds?: string[];
}

/** Reads a body, with every digit of its numbers. @throws for a body that is not as the API wants it */
export function readRequest(body: string): SentRequest {
  const {
    AppId,
    Users = [],
    UserIds = Users.map(({ UserId }) => UserId as string),
  } = parse(body, undefined, String) as Body;
  return { appId: AppId, userIds: UserIds, users: Users };
}
