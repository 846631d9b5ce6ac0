import type { RequestReadings } from '../readings/requestReadings';
import type { GivenProfile } from '../state/user';
import { appIdRule, fieldProblem, listRule, type Rule } from './fields';
import { isObject } from './jsonBody';
import { idDigits } from './named';
import { repeatProblem, withoutRepeats } from './repeats';
import { userIdRule } from './userFields';

/** One user of a request. */
export interface UserEntry {
  userId: string;
  profile: GivenProfile;
  /** What is wrong with the user, where that does not refuse the whole request. */
  problem?: string;
}

/** What a body with a list of users may hold. */
export interface UsersForm {
  /** The most users in a request. */
  maxUsers: number;
  /** Fields of a user besides the id. */
  rules: Readonly<Record<string, Rule>>;
  /** What is wrong with a user whose fields are each right. */
  problemWith?: (profile: GivenProfile) => string | undefined;
}

/**
 * Reads the users of a body of the form `{ AppId, Users: [{ UserId, ... }] }`.
 * @returns the users in their order, or the first problem, naming field and position.
 */
export function readUsers(body: unknown, form: UsersForm, readings: RequestReadings): UserEntry[] | string {
  const rules = { AppId: appIdRule, Users: listRule(1, form.maxUsers) };
  const problem = fieldProblem(body, rules, ['AppId', 'Users']);
  if (problem !== undefined) return problem;
  const { Users } = body as { Users: unknown[] };
  const userRules = { UserId: userIdRule(readings), ...form.rules };
  const entries = Users.map((user, position) => readUser(user, `Users[${position}]`, userRules, form));
  const wrong = entries.find(({ problem, userId }) => problem !== undefined && isFatal(userId, readings));
  if (wrong) return wrong.problem!;
  const userIds = entries.map(({ userId }) => userId!);
  const nameOf = (position: number) => `Users[${position}].UserId`;
  const users = entries as UserEntry[];
  return repeatProblem(userIds, nameOf, readings) ?? withoutRepeats(users, ({ userId }) => userId, readings);
}

type Read = Partial<UserEntry> & Pick<UserEntry, 'profile'>;

function readUser(
  user: unknown,
  where: string,
  rules: Readonly<Record<string, Rule>> & { UserId: Rule },
  { problemWith }: UsersForm,
): Read {
  const { UserId, ...profile } = (isObject(user) ? user : {}) as GivenProfile & { UserId?: unknown };
  const userId = rules.UserId(UserId) === undefined ? idDigits(UserId) : undefined;
  const problem = fieldProblem(user, rules, ['UserId'], `${where}.`);
  if (problem !== undefined) return { userId, profile, problem };
  const lack = problemWith?.(profile);
  return { userId, profile, problem: lack === undefined ? undefined : `${where} ${lack}` };
}

// Where no id can be read, there is nobody to name among the failed.
function isFatal(userId: string | undefined, { invalidUsers }: RequestReadings): boolean {
  return invalidUsers === 'refuseRequest' || userId === undefined;
}
