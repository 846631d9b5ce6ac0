/* eslint-disable @n8n/community-nodes/no-restricted-imports -- turns of the real event loop */
import { setTimeout as wait } from 'node:timers/promises';

/** So many looks take a minute at least, and longer on a busy machine. */
const mostLooks = 60_000;

/**
 * Looks again and again, a millisecond apart, until something is so.
 *
 * @param what is waited for, in words, for the error
 * @throws where it never comes to be so
 */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  for (let looks = 0; !isSo(); looks += 1) {
    if (looks === mostLooks) throw new Error(`Waited in vain until ${what}`);
    await wait(1);
  }
}
