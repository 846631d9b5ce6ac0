import type { Play } from './play';

/** When a user was registered: before the run or by it; undefined for a user that is not. */
export function registeredWhen(
  { ledger }: Pick<Play, 'ledger'>,
  appId: string,
  userId: string,
): 'before' | 'now' | undefined {
  const user = ledger.find(Number(appId), userId);
  if (user === undefined) return undefined;
  return user.requestId === 'seed' ? 'before' : 'now';
}
