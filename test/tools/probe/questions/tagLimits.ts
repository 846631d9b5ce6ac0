import type { Question } from '../asking/question';
import { ofItsOwn, registered, register } from '../asking/register';
import { profileOf, shown } from '../asking/profiles';
import type { Exchange } from '../client/Client';
import { bare } from '../client/Session';
import { isAccepted, outcomeWords } from '../client/verdict';

/** Tries sizes, the largest first, until one is accepted. */
async function largest(
  sizes: readonly number[],
  attempt: (size: number) => Promise<Exchange>,
): Promise<string> {
  const tried: string[] = [];
  for (const size of sizes) {
    const reply = await attempt(size);
    tried.push(`${size}: ${outcomeWords(reply)}`);
    if (isAccepted(reply)) break;
  }
  return `${tried.join('; ')}.`;
}

const long: Question = {
  asks: 'How many characters may a tag have?',
  async ask(session) {
    const [id] = session.users.take(1) as [string];
    return await largest([1000, 256, 128, 64, 32], (size) =>
      register(session, { id, Tags: ['t'.repeat(size)] }),
    );
  },
};

const many: Question = {
  asks: 'How many tags may a user have?',
  async ask(session) {
    const [id] = session.users.take(1) as [string];
    const tags = (size: number) => Array.from({ length: size }, (_, index) => `probe-${index}`);
    return await largest([100, 50, 20, 10], (size) => register(session, { id, Tags: tags(size) }));
  },
};

/** Removes a tag that nobody has. */
const idsPerRequest: Question = {
  asks: 'How many ids does BatchUpdateUserTags take in a request?',
  async ask(session) {
    const ids = (await registered(session, 20)).map(bare);
    const fields = { Tags: ['probe-nobodys'], Op: 1 };
    return await largest([20, 11, 10], (size) =>
      session.call('BatchUpdateUserTags', { UserIds: ids.slice(0, size), ...fields }),
    );
  },
};

const withoutOp: Question = {
  asks: 'What does BatchUpdateUserTags do without Op?',
  async ask(session) {
    const [id] = (await ofItsOwn(session, 1)) as [string];
    const reply = await session.call('BatchUpdateUserTags', { UserIds: [bare(id)], Tags: ['probe-a'] });
    const { Tags } = await profileOf(session, id);
    return `The request is ${outcomeWords(reply)}; the tags are ${shown(Tags)} afterwards.`;
  },
};

export const tagLimits: readonly Question[] = [idsPerRequest, long, many, withoutOp];
