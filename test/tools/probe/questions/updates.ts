import { isFilled, isSame, profileOf, type Profile, shown } from '../asking/profiles';
import type { Question } from '../asking/question';
import { newUsers, wireUser } from '../asking/register';
import type { Session } from '../client/Session';
import { isAccepted, outcomeWords } from '../client/verdict';

const whole = {
  NickName: 'before',
  Portrait: 'https://example.com/before.png',
  Tags: ['probe-a', 'probe-b'],
  Ext: { k: 'before', l: 'before' },
};

/** What BatchUpdateUser makes of a whole profile. */
function update(what: string, fields: Profile, read: (profile: Profile) => string): Question {
  return {
    asks: `BatchUpdateUser with ${what}?`,
    async ask(session) {
      const id = await wholeUser(session);
      const reply = await session.call('BatchUpdateUser', { Users: [wireUser({ id, ...fields })] });
      if (!isAccepted(reply, id)) return `It is ${outcomeWords(reply, id)}.`;
      const profile = await profileOf(session, id);
      const isFresh = fields.NickName === undefined || isSame(profile.NickName, fields.NickName);
      const doubt = isFresh ? '' : '; its nickname is not the new one, so it may have been read too early';
      return `It is accepted; ${read(profile)}${doubt}.`;
    },
  };
}

/** A user with a whole profile, of those that are registered for all these questions in one request. */
async function wholeUser(session: Session): Promise<string> {
  if (session.whole.length === 0) session.whole.push(...(await newUsers(session, updates.length, whole)));
  return session.whole.pop()!;
}

/** What became of members: kept as they were, cleared, or something else. */
function fateOf(profile: Profile, members: ReadonlyArray<keyof typeof whole>): string {
  const fate = (member: keyof typeof whole) => {
    if (isSame(profile[member], whole[member])) return 'kept';
    return isFilled(profile[member]) ? `changed to ${shown(profile[member])}` : 'cleared';
  };
  return members.map((member) => `${member} ${fate(member)}`).join(', ');
}

function listFate(before: readonly string[], given: readonly string[], after: readonly string[]): string {
  if (isSame(after, given)) return 'replaced';
  return isSame(after, [...new Set([...before, ...given])]) ? 'merged' : `are ${shown(after)}`;
}

function mergingOf({ Tags, Ext }: Profile): string {
  const entriesOf = (map: unknown) => Object.entries((map ?? {}) as Record<string, unknown>);
  const text = (map: unknown) => entriesOf(map).map(([key, value]) => `${key}=${String(value)}`);
  const tags = listFate(whole.Tags, lists.Tags, (Tags ?? []) as string[]);
  // Of the keys before, only the one that is not given again can stay.
  const ext = listFate(text({ l: whole.Ext.l }), text(lists.Ext), text(Ext));
  return `Tags ${tags}, Ext ${ext}`;
}

const lists = { Tags: ['probe-b', 'probe-c'], Ext: { k: 'after', m: 'after' } };
const { Portrait, Tags, Ext } = whole;
const NickName = 'after';

/**
 * Each but one gives the other members as they are, so that nothing but what it asks about can change, and a new nickname,
 * which shows that the profile was read after the update.
 */
export const updates: readonly Question[] = [
  update('members that are left out', { NickName }, (profile) =>
    fateOf(profile, ['Portrait', 'Tags', 'Ext']),
  ),
  update('a Portrait that is empty text', { NickName, Portrait: '', Tags, Ext }, (profile) =>
    fateOf(profile, ['Portrait']),
  ),
  update('Tags that are an empty list', { NickName, Portrait, Tags: [], Ext }, (profile) =>
    fateOf(profile, ['Tags']),
  ),
  update('Ext that is an empty object', { NickName, Portrait, Tags, Ext: {} }, (profile) =>
    fateOf(profile, ['Ext']),
  ),
  update('Tags and Ext that are null', { NickName, Portrait, Tags: null, Ext: null }, (profile) =>
    fateOf(profile, ['Tags', 'Ext']),
  ),
  update('an id alone', {}, (profile) => fateOf(profile, ['NickName', 'Portrait', 'Tags', 'Ext'])),
  update('Tags and Ext, of which some are new and some known', { NickName, Portrait, ...lists }, mergingOf),
];
