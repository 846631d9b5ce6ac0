/** The part of Luxon's DateTime that is used; n8n's expressions yield them, as `$now` does. */
interface LuxonDateTime {
  toISO(): string | null;
}

/**
 * A date as its ISO text, as JSON has it: a Date, or a DateTime of Luxon.
 *
 * @returns undefined for what is no date
 */
export function dateText(value: unknown): { text: string } | { problem: string } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const text = isLuxonDateTime(value) ? value.toISO() : isoOf(value);
  return text === null ? { problem: 'it is an invalid date' } : text === undefined ? undefined : { text };
}

/** Recognised by its methods, since Luxon is no dependency of ours. */
function isLuxonDateTime(value: object): value is LuxonDateTime {
  if (!('isLuxonDateTime' in value) || value.isLuxonDateTime !== true) return false;
  return 'toISO' in value && typeof value.toISO === 'function';
}

/** Null for an invalid Date, undefined for what is none. */
function isoOf(value: object): string | null | undefined {
  // A Date of another context, as sandboxed code makes them, is no instance of ours.
  if (Object.prototype.toString.call(value) !== '[object Date]') return undefined;
  try {
    const time = Date.prototype.getTime.call(value);
    return Number.isNaN(time) ? null : new Date(time).toISOString();
  } catch {
    return undefined;
  }
}
