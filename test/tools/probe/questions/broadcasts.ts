import type { Question } from '../asking/question';
import { ofItsOwn } from '../asking/register';
import { bare, type Session } from '../client/Session';
import { outcomeWords } from '../client/verdict';

/**
 * A broadcast to a tag of this probe's own, which one test user has: no list of tags is ever left out or empty, as that
 * may reach every registered user.
 */
function broadcast(
  what: string,
  fields: object = {},
  senderIs: 'registered' | 'unknown' = 'registered',
): Question {
  return {
    asks: `UserBroadcast of ${what}?`,
    async ask(session) {
      const [id] = (await ofItsOwn(session, 1)) as [string];
      const tag = tagOf(session);
      await session.call('BatchUpdateUserTags', { UserIds: [bare(id)], Tags: [tag], Op: 0 });
      const Sender = bare(senderIs === 'registered' ? id : session.users.unknown);
      const message = { MsgTTL: 60, MsgType: 10001, Content: '{"text":"probe"}', TagOp: 0, Tags: [tag] };
      return `It is ${outcomeWords(await session.call('UserBroadcast', { Sender, ...message, ...fields }))}.`;
    },
  };
}

function tagOf({ users }: Session): string {
  return `probe-${users.unknown}`;
}

/** Each is one call of the 20 that a day allows. */
export const broadcasts: readonly Question[] = [
  broadcast('a text from a registered sender'),
  broadcast('a text from a sender that is not registered', {}, 'unknown'),
  broadcast('a text that is not in the form of the clients', { Content: 'probe' }),
  broadcast('a message type that is not documented (19999)', { MsgType: 19999 }),
  broadcast('a message that is kept for longer than a week', { MsgTTL: 604_801 }),
];
