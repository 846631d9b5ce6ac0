import type { RequestReadings } from '../readings/requestReadings';
import { appIdRule, fieldProblem, listRule, type Rule } from './fields';
import { repeatProblem, withoutRepeats } from './repeats';
import { userIdRule } from './userFields';
import { idDigits } from './named';

/** What a body with a list of ids may hold. */
export interface IdListForm {
  /** The most ids in a request. */
  maxIds: number;
  /** Fields besides AppId and UserIds. */
  more?: Readonly<Record<string, Rule>>;
  /** Those of them that must be there. */
  required?: readonly string[];
}

/**
 * Reads the ids of a body of the form `{ AppId, UserIds: [...] }`.
 * @returns digits in the order asked, or the first problem, naming field and position.
 */
export function readIdList(body: unknown, form: IdListForm, readings: RequestReadings): string[] | string {
  const rules = { AppId: appIdRule, UserIds: listRule(1, form.maxIds), ...form.more };
  const problem = fieldProblem(body, rules, ['AppId', 'UserIds', ...(form.required ?? [])]);
  if (problem !== undefined) return problem;
  const { UserIds } = body as { UserIds: unknown[] };
  const rule = userIdRule(readings);
  const wrong = UserIds.findIndex((userId) => rule(userId) !== undefined);
  if (wrong >= 0) return `UserIds[${wrong}] ${rule(UserIds[wrong])}`;
  const userIds = UserIds.map((userId) => idDigits(userId)!);
  const nameOf = (position: number) => `UserIds[${position}]`;
  return repeatProblem(userIds, nameOf, readings) ?? withoutRepeats(userIds, (userId) => userId, readings);
}
