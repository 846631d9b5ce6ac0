import type { Throttle } from '../options';
import { refusalFrom } from './faultRefusal';
import type { Refusal } from './refusal';

/**
 * The answer to a request beyond a limit.
 * @param otherwiseStatus the status of codes that the gateway does not know.
 */
export function throttleRefusal({ retryAfter, ...fields }: Throttle, otherwiseStatus: number): Refusal {
  const headers = retryAfter === undefined ? undefined : { 'Retry-After': String(retryAfter) };
  return refusalFrom({ ...fields, headers }, otherwiseStatus);
}
