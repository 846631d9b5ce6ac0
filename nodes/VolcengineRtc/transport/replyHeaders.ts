/** Response headers as n8n hands them on, names in lower case. */
export type ReplyHeaders = Readonly<Record<string, unknown>>;

/**
 * How long the service asks to wait, from `Retry-After`: seconds or a date (RFC 9110, section 10.2.3).
 *
 * @param now wall clock, milliseconds since 1970
 */
export function readRetryAfterMs(headers: ReplyHeaders, now: number): number | undefined {
  const value = textOf(headers['retry-after']);
  if (value === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  const at = readDate(value);
  return at === undefined ? undefined : Math.max(0, at - now);
}

/**
 * How far our clock is ahead of the service's, from its `Date` header, to a second or so.
 *
 * @param now wall clock, milliseconds since 1970
 */
export function readClockAheadMs(headers: ReplyHeaders, now: number): number | undefined {
  const at = readDate(textOf(headers.date));
  return at === undefined ? undefined : now - at;
}

/** An HTTP date; `Date.parse` alone would take almost anything for one. */
function readDate(text: string | undefined): number | undefined {
  const at = text?.endsWith(' GMT') ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? undefined : at;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim() : undefined;
}
