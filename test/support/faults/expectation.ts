import { groupOf, profileOf, tagsOf, wordsOf } from './content';
import { factsOf, type OperationName } from './facts';
import { invalidCode } from './itemOf';
import { appIdOf, type ItemPlan, userIdOf } from './items';

/** What an item is in its list, told from its plan and not from the node. */
export interface Expectation {
  role: 'invalid' | 'first' | 'repetition' | 'contradiction';
  appId: string;
  /** What its requests share with those of others. */
  group: string;
  /** In digits; a message is known by its words. */
  userId: string;
  /** Place of the first item of this user. */
  first: number;
  /** Of an invalid one. */
  code?: string;
  /** Whether it gives an update something, should the service have the user already. */
  isFollowed: boolean;
  /** Whether several messages of the app say the same, so that nobody can tell their requests apart. */
  isAlike: boolean;
}

/** What each item of a list is. */
export function expectations(items: readonly ItemPlan[], operation: OperationName): Expectation[] {
  const { items: kind } = factsOf({ operation });
  const firsts = new Map<string, number>();
  const expected = items.map((plan, index): Expectation => {
    const appId = appIdOf(plan.app);
    const group = groupOf(appId, kind === 'tagged' ? tagsOf(plan) : undefined);
    const userId = kind === 'messages' ? wordsOf(plan, index) : userIdOf(plan.user);
    const isFollowed = operation === 'registerOrUpdateUsers' && givesUpdate(plan);
    const one = { appId, group, userId, first: index, isFollowed, isAlike: false };
    const code = invalidCode(plan, operation);
    if (code !== undefined) return { ...one, role: 'invalid', code };
    if (kind === 'messages') return { ...one, role: 'first' };
    const key = `${group}/${userId}`;
    const first = firsts.get(key) ?? index;
    firsts.set(key, first);
    if (first === index) return { ...one, role: 'first' };
    const isSame = kind !== 'profiles' || saysSame(items[first] as ItemPlan, plan, operation);
    return { ...one, role: isSame ? 'repetition' : 'contradiction', first };
  });
  return kind === 'messages'
    ? expected.map((one) => ({ ...one, isAlike: isAlike(one, expected) }))
    : expected;
}

function givesUpdate(plan: ItemPlan): boolean {
  return Object.keys(profileOf(plan, 'BatchUpdateUser')).length > 0;
}

function saysSame(one: ItemPlan, other: ItemPlan, operation: OperationName): boolean {
  const action = operation === 'updateUsers' ? 'BatchUpdateUser' : 'RegisterUsers';
  const text = (plan: ItemPlan) => {
    const { Tags, ...profile } = profileOf(plan, action);
    return JSON.stringify([profile, Array.isArray(Tags) ? Tags.toSorted() : Tags]);
  };
  return text(one) === text(other);
}

function isAlike({ group, userId }: Expectation, expected: readonly Expectation[]): boolean {
  const same = expected.filter((one) => one.role === 'first' && one.group === group && one.userId === userId);
  return same.length > 1;
}
