import type { Probed } from '../probeService';

/** How a probe ended, and what became of its users. */
export function endingWords({ brokenOff, left, touched }: Probed): string {
  const end = brokenOff === undefined ? 'All questions were asked.' : `The probe broke off. ${brokenOff}`;
  return `${end} ${usersWords(left, touched)}`;
}

function usersWords(left: readonly string[], touched: number): string {
  if (touched === 0) return 'No user was registered.';
  if (left.length === 0) return 'All test users are unregistered again.';
  return `These test users are registered still, or may be; unregister them: ${left.join(', ')}.`;
}
