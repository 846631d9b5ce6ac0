import type { ApiError, Reply } from '../transport/send';
import type { Failure } from './outcome';

const unknownFate = 'Whether the user was processed is not known';

/** What the service's error means, with its own words. */
export function describeError({ code, message }: ApiError, advice: string | undefined): string {
  if (advice !== undefined) return `${advice} Volcengine said: ${message}`;
  return code === undefined ? `It was refused: ${message}` : `Volcengine refused it with ${code}: ${message}`;
}

/** The advice for an error; for a clock that is off, with how far where the answer tells. */
export function adviceFor({ code }: ApiError, advice: string | undefined, clockAheadMs?: number) {
  if (code !== 'InvalidTimestamp' || clockAheadMs === undefined) return advice;
  const direction = clockAheadMs > 0 ? 'ahead of' : 'behind';
  return `The clock of the machine that runs n8n is ${describeTime(Math.abs(clockAheadMs))} ${direction} Volcengine's. Set it and run the workflow again.`;
}

/** Why no answer came. */
export function describeUnreachable(reply: Extract<Reply, { kind: 'unreachable' }>): string {
  const { code, message, mayHaveArrived } = reply;
  return mayHaveArrived
    ? `No answer came (${code}: ${message}). ${unknownFate}. Check the network, then run this user again.`
    : `There is no connection to the service (${code}: ${message}). Check the network and the credential's Endpoint, then run this user again.`;
}

/** Why an answer counts for nothing. */
export function describeUnreadable(reason: string): string {
  return `The answer could not be understood: ${reason}. ${unknownFate}. Check the credential's Endpoint and any proxy, then run this user again.`;
}

/** A failure after an attempt that may have been carried out. */
export function inDoubt(failure: Failure): Failure {
  const message = `${failure.message} An earlier attempt got no answer, so the user may have been processed all the same.`;
  return { ...failure, message, kind: 'unavailable', retryable: true };
}

function describeTime(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} minutes`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / (24 * 60))} days`;
}
