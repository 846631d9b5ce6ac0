import { lookUp, profilesIn } from '../asking/profiles';
import type { Question } from '../asking/question';
import { register } from '../asking/register';
import { outcomeWords } from '../client/verdict';

function invalidAmongGood(what: string, fields: object): Question {
  return {
    asks: `What becomes of two good users with an invalid one between them (${what})?`,
    async ask(session) {
      const [good, bad, other] = session.users.take(3) as [string, string, string];
      const reply = await register(session, { id: good }, { id: bad, ...fields }, { id: other });
      const found = profilesIn(await lookUp(session, good, bad, other));
      const there = [good, other].filter((id) => found.has(id)).length;
      const itself = found.has(bad) ? 'registered' : 'not registered';
      return `The invalid one is ${outcomeWords(reply, bad)} and ${itself} afterwards; good ones registered: ${there} of 2.`;
    },
  };
}

export const invalidUsers: readonly Question[] = [
  invalidAmongGood('a nickname of 1,000 characters', { NickName: 'n'.repeat(1000) }),
  invalidAmongGood('a nickname that is a number', { NickName: 5 }),
];
