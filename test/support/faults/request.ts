import { parse } from 'lossless-json';
import { groupOf, wordsIn } from './content';
import type { ActionName } from './facts';

/** A request as it was sent. */
export interface SentRequest {
  action: ActionName;
  appId: string;
  /** What it has for all its rows: the app and, where it has them, tags. */
  group: string;
  /** In digits, exactly as sent; of a broadcast its words, since it has no users. */
  userIds: readonly string[];
  /** Every user as sent, its numbers as texts of digits; none where the request has bare ids. */
  users: Array<Record<string, unknown>>;
  /** All of it, its numbers as texts of digits. */
  body: Record<string, unknown>;
}

interface Body extends Record<string, unknown> {
  AppId: string;
  Users?: Array<Record<string, unknown>>;
  UserIds?: string[];
  Tags?: string[];
}

/** Reads a body, with every digit of its numbers. @throws for a body that is not as the API wants it */
export function readRequest(action: string, text: string): SentRequest {
  const body = parse(text, undefined, String) as Body;
  const { AppId, Users = [], UserIds = Users.map(({ UserId }) => UserId as string), Tags, Content } = body;
  return {
    action: action as ActionName,
    appId: AppId,
    group: groupOf(AppId, action === 'BatchUpdateUserTags' ? Tags : undefined),
    userIds: action === 'UserBroadcast' ? [wordsIn(Content)] : UserIds,
    users: Users,
    body,
  };
}
