import { randomUUID } from 'node:crypto';

/** A request id in the gateway's look: the UTC second in digits, then random hex in capitals. */
export function newRequestId(date: Date): string {
  const second = date.toISOString().replace(/\D/g, '').slice(0, 14);
  return second + randomUUID().replaceAll('-', '').slice(0, 20).toUpperCase();
}
