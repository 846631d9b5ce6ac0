import type { Operation } from '../operations/operation';

/** What a run came to, in numbers. */
export interface Tally {
  succeeded: number;
  failed: number;
  requests: number;
  retries: number;
  seconds: number;
}

/** One line that sums a run up, for the output panel. */
export function summarize({ done }: Operation, tally: Tally, validateOnly: boolean): string {
  const { succeeded, failed, requests, retries, seconds } = tally;
  if (validateOnly) {
    return `Checked only, nothing was sent: ${users(succeeded)} valid in ${count(requests, 'request')}, ${failed} failed.`;
  }
  return `${users(succeeded)} ${done}, ${failed} failed: ${count(requests, 'request')}, ${count(retries, 'retry', 'retries')}, ${seconds.toFixed(1)} s.`;
}

function users(number: number): string {
  return count(number, 'user');
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
