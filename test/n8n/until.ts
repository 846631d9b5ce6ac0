/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the harness runs outside n8n */
import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 100;
const timeoutMs = 60_000;

/**
 * Looks again and again, until there is something to see.
 * @throws when that takes longer than a minute
 */
export async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (performance.now() > deadline) throw new Error(`Waited for a minute in vain: ${what}`);
    await sleep(pollMs);
  }
}
