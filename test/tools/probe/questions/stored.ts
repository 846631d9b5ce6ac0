import { isSame, profileOf, shown } from '../asking/profiles';
import type { Question } from '../asking/question';
import { ofItsOwn, register, wireUser } from '../asking/register';
import type { Exchange } from '../client/Client';
import type { Session } from '../client/Session';
import { isAccepted, outcomeWords } from '../client/verdict';

type Fields = Readonly<Record<string, unknown>>;

/** Whether a new user with some fields is taken, and what is kept of them. */
function stored(what: string, fields: Fields): Question {
  return {
    asks: `RegisterUsers with ${what}?`,
    async ask(session) {
      const [id] = session.users.take(1) as [string];
      return await keptWords(session, id, fields, await register(session, { id, ...fields }));
    },
  };
}

const longUpdate: Question = {
  asks: 'BatchUpdateUser with a nickname of 101 characters?',
  async ask(session) {
    const [id] = (await ofItsOwn(session, 1)) as [string];
    const fields = { NickName: 'n'.repeat(101) };
    const reply = await session.call('BatchUpdateUser', { Users: [wireUser({ id, ...fields })] });
    return await keptWords(session, id, fields, reply);
  },
};

async function keptWords(session: Session, id: string, fields: Fields, reply: Exchange): Promise<string> {
  if (!isAccepted(reply, id)) return `It is ${outcomeWords(reply, id)}.`;
  const profile = await profileOf(session, id);
  const kept = Object.entries(fields).map(([member, value]) =>
    isSame(profile[member], value) ? `${member} as it was sent` : `${member} ${shown(profile[member])}`,
  );
  return `It is accepted; kept: ${kept.join(', ')}.`;
}

const manyEntries = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`k${index}`, 'v']));

/**
 * Lengths may be in characters or in bytes (`字` has 3, `😀` has 4 and is two characters in UTF-16). The limits of Ext are
 * those of the official Go SDK's comments.
 */
export const storedFields: readonly Question[] = [
  stored('a nickname of 101 characters (101 bytes)', { NickName: 'n'.repeat(101) }),
  stored('a nickname of 34 characters in 102 bytes', { NickName: '字'.repeat(34) }),
  stored('a nickname of 100 characters in 301 bytes (101 characters in UTF-16)', {
    NickName: `${'字'.repeat(99)}😀`,
  }),
  stored('a portrait of 501 characters (501 bytes)', { Portrait: `https://example.com/${'p'.repeat(481)}` }),
  stored('a portrait of 181 characters in 503 bytes', {
    Portrait: `https://example.com/${'字'.repeat(161)}`,
  }),
  longUpdate,
  stored('Ext with 21 entries', { Ext: manyEntries }),
  stored('Ext with a key of 51 bytes', { Ext: { ['k'.repeat(51)]: 'v' } }),
  stored('Ext with a value of 501 bytes', { Ext: { k: 'v'.repeat(501) } }),
  stored('Ext with a key that starts with s:', { Ext: { 's:k': 'v' } }),
  stored('Ext with a key that starts with a:', { Ext: { 'a:k': 'v' } }),
  stored('an empty list of tags', { Tags: [] }),
  stored('a robot', { IsRobot: true }),
];
