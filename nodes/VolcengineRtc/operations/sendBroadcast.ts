import { isObject } from '../transport/json/json';
import { content, messageType, recipients, sender, tagMatch } from './broadcast/members';
import { expiresAfter, extension, inbox, maxBroadcasts } from './broadcast/options';
import type { Operation } from './operation';
import { appId } from './requestMember';
import { broadcast } from './resources';

/**
 * UserBroadcast: sends a message to all registered users of an app, or to those with some tags.
 *
 * It has no field that would make it safe to repeat, so it is never sent again where it may have arrived. The account may
 * send 20 a day; a 429 has to do with the gateway's rate.
 *
 * @see https://www.volcengine.com/docs/6348/1125997
 */
export const sendBroadcast: Operation = {
  resource: broadcast,
  name: 'sendBroadcast',
  displayName: 'Send Broadcast',
  action: 'Send broadcast',
  description: 'Send a message to all registered users of an app, or to those with some tags',
  words: { one: 'broadcast', done: 'sent', doneNow: 'sent', notDone: 'Not sent' },
  api: { action: 'UserBroadcast', version: '2020-12-01' },
  limits: { rowsPerRequest: 1, requestsPerSecond: 50, replyBytes: 512 * 1024 },
  request: [appId, sender, recipients, tagMatch, messageType, content],
  optionMembers: [expiresAfter, inbox, extension],
  effect: 'once',
  meanings: { RateLimitExceeded: 'quotaUsedUp' },
  mostItems: { field: maxBroadcasts, code: 'TooManyBroadcasts' },
  // It is documented to be empty: whatever is no object is no answer of this action.
  readResult: (result) => (isObject(result ?? {}) ? new Map() : undefined),
  unnamed: {},
};
