import type { Rejection } from '../faults/fault';
import type { UserEntry } from '../parsing/users';
import type { FailedUser } from '../rendering/failedInfos';
import type { Call } from './action';

/** A user of a request, by its id alone where the request says no more. */
export type NamedUser = Pick<UserEntry, 'userId' | 'problem'>;

/**
 * Acts on the users of a request one after the other, but for those that are scripted to be rejected or wrong by
 * themselves.
 * @param act returns why a user failed, or nothing
 * @returns the users that failed, in their order.
 */
export function actOnEach<T extends NamedUser>(
  { rejectUsers }: Call,
  users: readonly T[],
  act: (user: T) => Rejection | undefined,
): FailedUser[] {
  return users
    .map((user) => failedUser(user, rejectUsers[user.userId] ?? ownProblem(user) ?? act(user)))
    .filter((failed) => failed !== undefined);
}

function ownProblem({ problem }: NamedUser): Rejection | undefined {
  return problem === undefined ? undefined : { code: 'InvalidParam', message: problem };
}

function failedUser({ userId }: NamedUser, rejection: Rejection | undefined): FailedUser | undefined {
  if (rejection === undefined) return undefined;
  if (typeof rejection !== 'string') return { userId, ...rejection };
  return { userId, code: rejection, message: `the user was refused: ${rejection}` };
}
