/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 250;
const limitMs = 3 * 60_000;

/**
 * Waits until something is the case.
 * @param what it is, in words, for the error
 * @throws when it is not after three minutes
 */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${what}`);
    await sleep(pollMs);
  }
}
