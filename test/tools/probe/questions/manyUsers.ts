import { lookUp, profilesIn } from '../asking/profiles';
import type { Question } from '../asking/question';
import { register } from '../asking/register';
import { isAccepted, outcomeWords } from '../client/verdict';

/** One more than documented, what is documented, and what was in 2023. */
const sizes = [21, 20, 10];

/** Those that are registered stay for later questions. */
export const manyUsers: Question = {
  asks: 'Does RegisterUsers take 21 users in a request, one more than documented?',
  async ask(session) {
    const ids = session.users.take(sizes[0]!);
    const answers: string[] = [];
    for (const size of sizes) {
      const reply = await register(session, ...ids.slice(0, size).map((id) => ({ id })));
      answers.push(`${size} users: ${outcomeWords(reply)}`);
      if (isAccepted(reply)) break;
    }
    const found = profilesIn(await lookUp(session, ...ids));
    session.crowd.push(...ids.filter((id) => found.has(id)));
    return `${answers.join('; ')}; ${found.size} are registered afterwards.`;
  },
};
