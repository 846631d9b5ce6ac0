import { lookUp } from '../asking/profiles';
import type { Question } from '../asking/question';
import { registered } from '../asking/register';
import { asList, asObject, asText } from '../client/reply';

export const foundUsers: Question = {
  asks: 'In which order does BatchGetUser list users, and how does it write their ids (asked for the second, the third, the first and an unknown one)?',
  async ask(session) {
    const [first, second, third] = (await registered(session, 3)) as [string, string, string];
    const { unknown } = session.users;
    const { result } = await lookUp(session, second, third, first, unknown);
    const { Users, NotFoundUsers } = asObject(result) ?? {};
    const ids = asList(Users).map((user) => asObject(user)?.UserId);
    const orders: Record<string, string> = {
      [[second, third, first].join()]: 'as asked',
      [[first, third, second].join()]: 'reversed',
      [[first, second, third].join()]: 'by id',
    };
    const order = orders[ids.map(asText).join()] ?? 'another one, or not all of them with all digits';
    const form = `ids in Users: ${formOf(ids)}; in NotFoundUsers: ${formOf(asList(NotFoundUsers))}`;
    const isFound = asList(NotFoundUsers).some((id) => asText(id) === unknown);
    return `Order: ${order}; ${form}; the unknown one ${isFound ? 'is' : 'is not'} in NotFoundUsers.`;
  },
};

function formOf(ids: readonly unknown[]): string {
  const forms = new Set(ids.map((id) => (typeof id === 'string' ? 'text' : 'numbers')));
  return [...forms].join(' and ') || 'none';
}
