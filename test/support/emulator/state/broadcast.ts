import type { RegisteredUser } from './user';

/** A message in the API's own field names, with its defaults filled in. */
export interface Message {
  /** Digits. */
  Sender: string;
  InboxType: number;
  MsgType: number;
  /** Seconds. */
  MsgTTL: number;
  Content: string;
  Ext?: Record<string, string>;
}

/** Which registered users a broadcast is for: all of them where there are no tags. */
export interface Recipients {
  tags?: readonly string[];
  /** Whether a user needs any of the tags or all of them. */
  match: 'any' | 'all';
}

/** A message that was sent. */
export interface Broadcast {
  appId: number;
  message: Message;
  to: Recipients;
  /** The ids that it reached: those registered at the time that `to` is for. */
  reached: readonly string[];
  requestId: string;
  /** Milliseconds since the epoch. */
  time: number;
}

/** Whether a broadcast is for a user. Source: https://www.volcengine.com/docs/6348/1125997 */
export function isRecipient(
  { profile }: Pick<RegisteredUser, 'profile'>,
  { tags, match }: Recipients,
): boolean {
  if (tags === undefined) return true;
  const has = (tag: string) => profile.Tags?.includes(tag) ?? false;
  return match === 'all' ? tags.every(has) : tags.some(has);
}
