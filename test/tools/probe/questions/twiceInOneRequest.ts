import { asList, asObject } from '../client/reply';
import { lookUp, profileOf, shown } from '../asking/profiles';
import type { Question } from '../asking/question';
import { ofItsOwn, register, registered, unregister } from '../asking/register';
import { isRefused, outcomeWords } from '../client/verdict';

const registering: Question = {
  asks: 'What becomes of an id that one request of RegisterUsers names twice, with two nicknames?',
  async ask(session) {
    const [id] = session.users.take(1) as [string];
    const reply = await register(session, { id, NickName: 'first' }, { id, NickName: 'second' });
    const { UserId, NickName } = await profileOf(session, id);
    const isThere =
      UserId === undefined ? 'not registered' : `registered with the nickname ${shown(NickName)}`;
    return `It is ${outcomeWords(reply, id)}, and ${isThere} afterwards.`;
  },
};

const unregistering: Question = {
  asks: 'What becomes of an id that one request of UnRegisterUsers names twice?',
  async ask(session) {
    const [id] = (await ofItsOwn(session, 1)) as [string];
    const reply = await unregister(session, id, id);
    return `It is ${outcomeWords(reply, id)}.`;
  },
};

const lookingUp: Question = {
  asks: 'What becomes of an id that one request of BatchGetUser names twice?',
  async ask(session) {
    const [id] = (await registered(session, 1)) as [string];
    const reply = await lookUp(session, id, id);
    if (isRefused(reply)) return `The request is ${outcomeWords(reply)}.`;
    return `Times listed: ${asList(asObject(reply.result)?.Users).length}.`;
  },
};

export const twiceInOneRequest: readonly Question[] = [registering, unregistering, lookingUp];
