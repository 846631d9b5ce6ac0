import type { RequestReadings } from '../readings/requestReadings';

/** The problem with an id that comes twice, where repeats are refused. */
export function repeatProblem(
  userIds: readonly string[],
  nameOf: (position: number) => string,
  { duplicateIds }: RequestReadings,
): string | undefined {
  if (duplicateIds !== 'refused') return undefined;
  const repeat = userIds.findIndex((userId, position) => userIds.indexOf(userId) < position);
  if (repeat < 0) return undefined;
  const userId = userIds[repeat]!;
  return `${nameOf(repeat)} repeats ${nameOf(userIds.indexOf(userId))} (${userId})`;
}

/** Without the later ones of the same id, where each counts once. */
export function withoutRepeats<T>(
  entries: readonly T[],
  idOf: (entry: T) => string,
  { duplicateIds }: RequestReadings,
): T[] {
  if (duplicateIds !== 'once') return [...entries];
  const userIds = entries.map(idOf);
  return entries.filter((_entry, position) => userIds.indexOf(userIds[position]!) === position);
}
