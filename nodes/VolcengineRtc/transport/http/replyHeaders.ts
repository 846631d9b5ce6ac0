import type { ReplyInfo } from '../send';

/** Response headers as n8n hands them on, names in lower case. */
export type ReplyHeaders = Readonly<Record<string, unknown>>;

/** RFC 9110, section 5.6.7: the form of today, and the two that servers of old send. */
const imfDate = /^\w{3}, (\d{2}) (\w{3}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT$/;
const rfc850Date = /^\w{6,9}, (\d{2})-(\w{3})-(\d{2}) (\d{2}:\d{2}:\d{2}) GMT$/;
const asctimeDate = /^\w{3} (\w{3}) {1,2}(\d{1,2}) (\d{2}:\d{2}:\d{2}) (\d{4})$/;

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
function readRetryAfterMs(value: string | undefined, now: number): number | undefined {
  if (value !== undefined && /^\d{1,15}(\.\d{1,15})?$/.test(value)) return Number(value) * 1000;
  const at = readDate(value);
  return at === undefined ? undefined : Math.max(0, at - now);
}

/** An HTTP date; `Date.parse` alone would take almost anything for one. */
function readDate(text: string | undefined): number | undefined {
  const [, day, month, year, time] = (text && (imfDate.exec(text) ?? rfc850Date.exec(text))) || [];
  const [, oldMonth, oldDay, oldTime, oldYear] = (text && asctimeDate.exec(text)) || [];
  // Two digits of a year are of this century: the service is younger than the other one.
  const fullYear = oldYear ?? (year?.length === 2 ? `20${year}` : year);
  const at = Date.parse(`${oldDay ?? day} ${oldMonth ?? month} ${fullYear} ${oldTime ?? time} GMT`);
  return Number.isNaN(at) ? undefined : at;
}

function readRedirectHost(location: string | undefined): string | undefined {
  try {
    return new URL(location ?? '').host || undefined;
  } catch {
    return undefined;
  }
}

/** The proxy nearest to us, which comes last in `Via`: `1.1 proxy.example.com:3128 (squid)`. */
function readProxyHost(via: string | undefined): string | undefined {
  const nearest = via?.slice(-500).split(',').at(-1);
  return /^\s*(?:\w+\/)?[\d.]+ +([\w.:-]+)/.exec(nearest ?? '')?.[1];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim() : undefined;
}
