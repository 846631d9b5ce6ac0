import { appIdOf, type ItemPlan, userIdOf } from './items';

/** What an item is in its list, told from its plan and not from the node. */
export interface Expectation {
  role: 'invalid' | 'first' | 'repetition' | 'contradiction';
  appId: string;
  userId: string;
  /** Place of the first item of this user. */
  first: number;
}

/** What each item of a list is. */
export function expectations(items: readonly ItemPlan[]): Expectation[] {
  const firsts = new Map<string, number>();
  return items.map((plan, index) => {
    const [appId, userId] = [appIdOf(plan.app), userIdOf(plan.user)];
    if (plan.flaw !== undefined) return { role: 'invalid', appId, userId, first: index };
    const key = `${appId}/${userId}`;
    const first = firsts.get(key) ?? index;
    firsts.set(key, first);
    if (first === index) return { role: 'first', appId, userId, first };
    const isSame = items[first]?.name === plan.name;
    return { role: isSame ? 'repetition' : 'contradiction', appId, userId, first };
  });
}
