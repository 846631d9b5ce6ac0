import { shown } from '../asking/profiles';
import type { Question } from '../asking/question';
import { registered } from '../asking/register';
import { asObject } from '../client/reply';
import { bare } from '../client/Session';
import { isRefused, outcomeWords } from '../client/verdict';

export const onlineStatus: Question = {
  asks: 'What does QueryOnlineStatus say of a registered user that is offline, and of an unknown one?',
  async ask(session) {
    const [known] = await registered(session, 1);
    const { unknown } = session.users;
    const reply = await session.call('QueryOnlineStatus', { UserIds: [known!, unknown].map(bare) });
    if (isRefused(reply)) return `The request is ${outcomeWords(reply)}.`;
    const results = asObject(reply.result)?.QueryOnlineResults;
    const of = (id: string | undefined) => shown(asObject(results)?.[id ?? '']);
    const whole = Object.keys(asObject(results) ?? {}).length > 0 ? 'a map' : shown(results);
    return `The registered one: ${of(known)}; the unknown one: ${of(unknown)}; QueryOnlineResults: ${whole}.`;
  },
};
