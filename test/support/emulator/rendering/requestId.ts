import { randomBytes } from 'node:crypto';

/** A request id in the gateway's look: the UTC second in digits, then random hex in capitals. */
export function newRequestId(date: Date): string {
  const second = date.toISOString().replace(/\D/g, '').slice(0, 14);
  return second + randomBytes(10).toString('hex').toUpperCase();
}
