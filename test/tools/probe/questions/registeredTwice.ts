import { lookUp, profilesIn, shown } from '../asking/profiles';
import type { Question } from '../asking/question';
import { newUsers, register } from '../asking/register';
import { outcomeWords } from '../client/verdict';

export const registeredTwice: Question = {
  asks: 'What becomes of a user that is registered again with another nickname, and of a new one beside it?',
  async ask(session) {
    const [known] = await newUsers(session, 1, { NickName: 'first' });
    const [fresh] = session.users.take(1);
    const reply = await register(session, { id: known!, NickName: 'second' }, { id: fresh! });
    const found = profilesIn(await lookUp(session, known!, fresh!));
    const isThere = found.has(fresh!) ? 'registered afterwards' : 'not registered afterwards';
    const name = shown(found.get(known!)?.NickName);
    return `The known one: ${outcomeWords(reply, known)}, its nickname is ${name} afterwards; the new one: ${isThere}.`;
  },
};
