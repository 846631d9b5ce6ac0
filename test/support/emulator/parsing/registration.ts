import type { Profile } from '../state/ledger';
import {
  appIdRule,
  booleanRule,
  extRule,
  fieldProblem,
  listRule,
  tagsRule,
  textRule,
  userIdRule,
  type Rule,
} from './fields';
import { integerDigits } from './jsonBody';

/** One user that a request asks to register. */
export interface Registration {
  userId: string;
  profile: Profile;
}

/** Source: https://www.volcengine.com/docs/6348/1125993 */
const bodyRules: Record<string, Rule> = { AppId: appIdRule, Users: listRule(1, 20) };
const userRules: Record<string, Rule> = {
  UserId: userIdRule,
  NickName: textRule(100),
  Portrait: textRule(500),
  Tags: tagsRule,
  Ext: extRule,
  IsRobot: booleanRule,
};

/** The first thing wrong with the body of RegisterUsers, naming field and position; undefined when right. */
export function registrationProblem(body: unknown): string | undefined {
  const problem = fieldProblem(body, bodyRules, ['AppId', 'Users']);
  if (problem !== undefined) return problem;
  const { Users } = body as { Users: Array<Record<string, unknown>> };
  const seen = new Map<string, number>();
  for (const [position, user] of Users.entries()) {
    const wrong = fieldProblem(user, userRules, ['UserId'], `Users[${position}].`);
    if (wrong !== undefined) return wrong;
    const userId = integerDigits(user.UserId)!;
    const first = seen.get(userId);
    if (first !== undefined) return `Users[${position}].UserId repeats Users[${first}].UserId (${userId})`;
    seen.set(userId, position);
  }
  return undefined;
}

/** The users of a body in which `registrationProblem` found nothing wrong. */
export function registrationsOf(body: unknown): Registration[] {
  const { Users } = body as { Users: Array<Profile & { UserId: unknown }> };
  return Users.map(({ UserId, ...profile }) => ({ userId: integerDigits(UserId)!, profile }));
}
