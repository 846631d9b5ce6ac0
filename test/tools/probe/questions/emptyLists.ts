import { lookUp, shown } from '../asking/profiles';
import type { Question } from '../asking/question';
import { registered } from '../asking/register';
import { asObject } from '../client/reply';

export const emptyLists: Question = {
  asks: 'How does BatchGetUser write a list with nothing in it?',
  async ask(session) {
    const [known] = await registered(session, 1);
    const { unknown } = session.users;
    const allFound = asObject((await lookUp(session, known!)).result);
    const noneFound = asObject((await lookUp(session, unknown)).result);
    return `NotFoundUsers: ${shown(allFound?.NotFoundUsers)}; Users: ${shown(noneFound?.Users)}.`;
  },
};
