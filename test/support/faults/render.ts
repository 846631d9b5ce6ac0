import type { RetryAfter } from './fault';
import type { Refusal } from './refusals';

/** An answer on its way: what travels over the wire. */
export interface WireAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A user that a result names as failed. */
export interface FailedInfo {
  userId: string;
  code: string;
}

/** How the service writes ids, and what it says; it likes to repeat what it should not. */
export interface Style {
  idsAs: 'text' | 'number';
  /** Text that every message ends in. */
  echo: string;
}

/** An answer to a request whose users have been processed, with those that failed. */
export function renderResult(requestId: string, failed: readonly FailedInfo[], style: Style): string {
  const infos = failed.map(({ userId, code }) => {
    const id = style.idsAs === 'text' ? `"${userId}"` : userId;
    const message = JSON.stringify(`用户 ${userId} failed ${style.echo}`);
    return `{"UserId":${id},"Code":${JSON.stringify(code)},"Message":${message}}`;
  });
  const result = failed.length === 0 ? '{}' : `{"FailedInfos":[${infos.join(',')}]}`;
  return `{"ResponseMetadata":{"RequestId":"${requestId}","Action":"RegisterUsers"},"Result":${result}}`;
}

/** An answer that refuses a request. */
export function renderRefusal(
  requestId: string,
  refusal: Refusal,
  style: Style,
  retryAfter?: RetryAfter,
  now = 0,
): WireAnswer {
  const headers = { 'content-type': 'application/json', ...headersFor(retryAfter, now) };
  const { status, code: Code, codeN: CodeN } = refusal;
  if (refusal.isHtml) return { status, headers, body: `<html><h1>${status} 错误</h1></html>` };
  const hasError = Code !== undefined || CodeN !== undefined;
  const error = hasError ? { Code, CodeN, Message: `拒绝: request refused ${style.echo}` } : undefined;
  const body = JSON.stringify({ ResponseMetadata: { RequestId: requestId, Error: error } });
  return { status, headers, body };
}

/** `Retry-After` and `Date`, by the clock of the service. */
function headersFor(retryAfter: RetryAfter | undefined, now: number): Record<string, string> {
  if (retryAfter === undefined) return {};
  const { seconds, form, clockAheadMs } = retryAfter;
  const date = new Date(now + clockAheadMs);
  const at = new Date(date.getTime() + 1000 * seconds);
  const value = form === 'seconds' ? String(seconds) : writeDate(at, form);
  return { date: writeDate(date, 'imf'), 'retry-after': value };
}

/** A date in one of the three forms of HTTP. */
function writeDate(date: Date, form: 'imf' | 'asctime' | 'rfc850'): string {
  const imf = date.toUTCString();
  const [weekday, day, month, year, time] = imf.replace(',', '').split(' ') as [
    string,
    string,
    string,
    string,
    string,
  ];
  if (form === 'imf') return imf;
  if (form === 'rfc850') return `${weekday}day, ${day}-${month}-${year.slice(2)} ${time} GMT`;
  return `${weekday} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
}
