import { gatewayRefusal } from '../rendering/gatewayErrors';
import type { Refusal } from '../rendering/refusal';

/** How old a signature may be. */
const lifetimeMs = 15 * 60 * 1000;

/**
 * Refuses a missing X-Date, one that is not `YYYYMMDDTHHMMSSZ`, and one too far from the clock.
 * @param clockAheadMs how far it may be ahead
 * Source: https://www.volcengine.com/docs/6369/67268
 */
export function timestampRefusal(
  xDate: string | undefined,
  clock: Date,
  clockAheadMs: number,
): Refusal | undefined {
  if (xDate === undefined) return gatewayRefusal('MissingRequestInfo', 'The header X-Date is missing.');
  const time = timeOf(xDate);
  if (time === undefined) return gatewayRefusal('InvalidTimestamp', `X-Date is malformed: ${xDate}`);
  const aheadMs = time - clock.getTime();
  if (aheadMs <= clockAheadMs && -aheadMs <= lifetimeMs) return undefined;
  return gatewayRefusal('InvalidTimestamp', `X-Date is too far from the time: ${xDate}`);
}

function timeOf(xDate: string): number | undefined {
  const fields = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(xDate);
  if (!fields) return undefined;
  const [year, month, day, hours, minutes, seconds] = fields.slice(1).map(Number);
  const time = Date.UTC(year!, month! - 1, day, hours, minutes, seconds);
  // A date that rolls over, such as 31 February, does not come back as it was written.
  return new Date(time).toISOString().replace(/[-:]|\.000/g, '') === xDate ? time : undefined;
}
