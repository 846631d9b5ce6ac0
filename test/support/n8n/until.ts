/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the harness runs outside n8n */
import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 200;
const timeoutMs = 3 * 60_000;

/**
 * Looks again and again, until there is something to see.
 *
 * @param what is waited for, in words, for the error
 * @param look gives undefined or false as long as there is nothing
 * @throws when that takes longer than three minutes
 */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (performance.now() > deadline) throw new Error(`Waited for three minutes in vain until ${what}`);
    await sleep(pollMs);
  }
}
