import type { Question } from '../asking/question';
import { ofItsOwn, register, unregister } from '../asking/register';
import { isAccepted, outcomeWords } from '../client/verdict';

const twice: Question = {
  asks: 'What does UnRegisterUsers say of a user that was unregistered just before?',
  async ask(session) {
    const [id] = (await ofItsOwn(session, 1)) as [string];
    const first = await unregister(session, id);
    const second = await unregister(session, id);
    return `The first time it is ${outcomeWords(first, id)}; the second time it is ${outcomeWords(second, id)}.`;
  },
};

const backAtOnce: Question = {
  asks: 'Can a user be registered again at once after being unregistered?',
  async ask(session) {
    const [id] = (await ofItsOwn(session, 1)) as [string];
    await unregister(session, id);
    const atOnce = await register(session, { id });
    const words = `At once it is ${outcomeWords(atOnce, id)}`;
    if (isAccepted(atOnce, id)) return `${words}.`;
    const seconds = await session.wait();
    const later = await register(session, { id });
    return `${words}; after ${seconds} s more it is ${outcomeWords(later, id)}.`;
  },
};

export const leaving: readonly Question[] = [twice, backAtOnce];
