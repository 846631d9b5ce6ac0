/**
 * An id as a result gives it: documented as text in one place and as a number in another, so both are read.
 *
 * @returns digits without leading zeros; undefined for what is no id
 */
export function userIdOf(id: unknown): string | undefined {
  if (typeof id === 'number') return Number.isSafeInteger(id) && id >= 0 ? String(id) : undefined;
  return typeof id === 'string' && /^\d{1,40}$/.test(id) ? id.replace(/^0+(?=\d)/, '') : undefined;
}
