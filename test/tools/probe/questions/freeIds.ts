import { lookUp, profilesIn } from '../asking/profiles';
import type { Question } from '../asking/question';
import { BrokenOff } from '../client/problems';
import { isRefused, refusalWords } from '../client/verdict';

/** BatchGetUser takes 50 ids: https://www.volcengine.com/docs/6348/1125996 */
const idsPerRequest = 50;

/** Nothing is registered before it is known that no id of the probe is anybody's. */
export const freeIds: Question = {
  asks: 'Are all ids of the probe free (BatchGetUser)?',
  mustBeAnswered: true,
  async ask(session) {
    const { pool } = session.users;
    for (let at = 0; at < pool.length; at += idsPerRequest) {
      const reply = await lookUp(session, ...pool.slice(at, at + idsPerRequest));
      if (isRefused(reply)) {
        throw new BrokenOff(`The service refuses to look users up: ${refusalWords(reply)}.`);
      }
      const taken = profilesIn(reply).size;
      if (taken > 0) throw new BrokenOff(`${taken} ids of the probe are users of the app. Run it again.`);
    }
    return `Yes, ${pool.length} ids from ${pool[0]} to ${pool.at(-1)}.`;
  },
};
