import type { Carried } from './carry';

/** How a run ended, in words. */
export function endWords({ status, log, users, registered, written, validateOnly }: Carried): string {
  if (status === undefined)
    return /heap out of memory/.test(log) ? 'n8n ends: heap out of memory' : 'n8n ends';
  const isWhole = written === users && (validateOnly === true || registered === users);
  return status === 'success' && isWhole ? 'done' : `${status}: ${written} users written`;
}
