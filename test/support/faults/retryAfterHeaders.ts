import type { RetryAfter } from './fault';

/** `Retry-After` and `Date`, by the clock of the service. */
export function retryAfterHeaders(
  { seconds, form, clockAheadMs }: RetryAfter,
  now: number,
): Record<string, string> {
  const date = new Date(now + clockAheadMs);
  const at = new Date(date.getTime() + 1000 * seconds);
  return {
    Date: date.toUTCString(),
    'Retry-After': form === 'seconds' ? String(seconds) : writeDate(at, form),
  };
}

/** A date in one of the three forms of HTTP. */
function writeDate(date: Date, form: 'imf' | 'asctime' | 'rfc850'): string {
  const imf = date.toUTCString();
  const [weekday, day, month, year, time] = imf.split(/,? /) as [string, string, string, string, string];
  if (form === 'imf') return imf;
  if (form === 'rfc850') return `${weekday}day, ${day}-${month}-${year.slice(2)} ${time} GMT`;
  return `${weekday} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
}
