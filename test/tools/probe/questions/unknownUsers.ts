import type { Question } from '../asking/question';
import { ofItsOwn, registered, unregister, wireUser } from '../asking/register';
import { bare } from '../client/Session';
import { outcomeWords } from '../client/verdict';

const updating: Question = {
  asks: 'What does BatchUpdateUser say of a user that is not registered, beside one that is?',
  async ask(session) {
    const [known] = (await ofItsOwn(session, 1)) as [string];
    const [unknown] = session.users.take(1) as [string];
    // A service that registers whom it updates would leave the user behind.
    session.users.touched.add(unknown);
    const users = [known, unknown].map((id) => wireUser({ id, NickName: 'after' }));
    const reply = await session.call('BatchUpdateUser', { Users: users });
    return `It is ${outcomeWords(reply, unknown)}.`;
  },
};

const tagging: Question = {
  asks: 'What does BatchUpdateUserTags say of a user that is not registered, beside one that is?',
  async ask(session) {
    const [known] = (await registered(session, 1)) as [string];
    const { unknown } = session.users;
    const fields = { UserIds: [known, unknown].map(bare), Tags: ['probe-nobodys'], Op: 1 };
    return `It is ${outcomeWords(await session.call('BatchUpdateUserTags', fields), unknown)}.`;
  },
};

const unregistering: Question = {
  asks: 'What does UnRegisterUsers say of a user that was never registered, beside one that is?',
  async ask(session) {
    const [known] = (await ofItsOwn(session, 1)) as [string];
    const { unknown } = session.users;
    return `It is ${outcomeWords(await unregister(session, known, unknown), unknown)}.`;
  },
};

export const unknownUsers: readonly Question[] = [updating, tagging, unregistering];
