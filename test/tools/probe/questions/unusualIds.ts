import { profilesIn, lookUp } from '../asking/profiles';
import type { Question } from '../asking/question';
import { register, registered } from '../asking/register';
import { isRefused, outcomeWords } from '../client/verdict';

const asText: Question = {
  asks: 'Does the service take an id as JSON text?',
  async ask(session) {
    const [known] = await registered(session, 1);
    const [id] = session.users.take(1);
    session.users.touched.add(id!);
    const registering = await session.call('RegisterUsers', { Users: [{ UserId: id }] });
    const lookingUp = await session.call('BatchGetUser', { UserIds: [known] });
    return `RegisterUsers: ${outcomeWords(registering, id)}; BatchGetUser: ${outcomeWords(lookingUp)}.`;
  },
};

/** The one id that is not the probe's own: it is left alone unless the service says that nobody has it. */
const zero: Question = {
  asks: 'Is 0 an id?',
  async ask(session) {
    const before = await lookUp(session, '0');
    if (isRefused(before)) return `BatchGetUser: ${outcomeWords(before)}. It was not registered.`;
    if (!isUnknown(before.text) || profilesIn(before).has('0')) {
      return 'BatchGetUser: accepted. It was not registered, as it may be a user of the app.';
    }
    const reply = await register(session, { id: '0' });
    // Then it is somebody after all.
    if (outcomeWords(reply, '0').includes('UserHasRegistered')) session.users.touched.delete('0');
    return `BatchGetUser: accepted; RegisterUsers: ${outcomeWords(reply, '0')}.`;
  },
};

/** Whether NotFoundUsers names 0. */
function isUnknown(text: string): boolean {
  return /"NotFoundUsers"\s*:\s*\[\s*"?0"?\s*\]/.test(text);
}

export const unusualIds: readonly Question[] = [asText, zero];
