import type { ReplyInfo } from '../send';

/** Response headers as n8n hands them on, names in lower case. */
export type ReplyHeaders = Readonly<Record<string, unknown>>;

/** RFC 9110, section 5.6.7: the form of today, and the two that servers of old send. */
const dateForms = [
  /^\w{3}, (?<day>\d{2}) (?<month>\w{3}) (?<year>\d{4}) (?<time>\d{2}:\d{2}:\d{2}) GMT$/,
  /^\w{6,9}, (?<day>\d{2})-(?<month>\w{3})-(?<year>\d{2}) (?<time>\d{2}:\d{2}:\d{2}) GMT$/,
  /^\w{3} (?<month>\w{3}) {1,2}(?<day>\d{1,2}) (?<time>\d{2}:\d{2}:\d{2}) (?<year>\d{4})$/,
];

/**
 * What the headers of an answer say: how long the service asks to wait, how far our clock is ahead of its own, where a
 * redirect leads, and which proxy answered.
 *
 * @param now wall clock, milliseconds since 1970
 */
export function readHeaders(headers: ReplyHeaders, now: number): ReplyInfo {
  const date = readDate(textOf(headers.date));
  const retryAfterMs = readRetryAfterMs(textOf(headers['retry-after']), date ?? now);
  const redirectHost = readRedirectHost(textOf(headers.location));
  const proxyHost = readProxyHost(textOf(headers.via));
  return {
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(date !== undefined && { clockAheadMs: now - date }),
    ...(redirectHost !== undefined && { redirectHost }),
    ...(proxyHost !== undefined && { proxyHost }),
  };
}

/** `Retry-After`, seconds or a date (RFC 9110, section 10.2.3), which is one of the clock that wrote the answer. */
function readRetryAfterMs(value: string, now: number): number | undefined {
  if (/^\d{1,15}(\.\d{1,15})?$/.test(value)) return Number(value) * 1000;
  const at = readDate(value);
  return at === undefined ? undefined : Math.max(0, at - now);
}

/** An HTTP date; `Date.parse` alone would take almost anything for one. */
function readDate(text: string): number | undefined {
  const match = dateForms.find((form) => form.test(text))?.exec(text);
  if (match?.groups === undefined) return undefined;
  const { day, month, year, time } = match.groups as Record<'day' | 'month' | 'year' | 'time', string>;
  // Two digits of a year are of this century: the service is younger than the other one.
  const at = Date.parse(`${day} ${month} ${year.padStart(4, '20')} ${time} GMT`);
  return Number.isNaN(at) ? undefined : at;
}

function readRedirectHost(location: string): string | undefined {
  return URL.canParse(location) ? new URL(location).host || undefined : undefined;
}

/** The proxy nearest to us, which comes last in `Via`: `1.1 proxy.example.com:3128 (squid)`. */
function readProxyHost(via: string): string | undefined {
  const nearest = via.slice(-500).split(',').at(-1) as string;
  return /^\s*(?:\w+\/)?[\d.]+ +([\w.:-]+)/.exec(nearest)?.[1];
}

/** The text of a header; empty for one that is missing or comes several times. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
