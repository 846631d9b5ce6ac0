/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 100;
const timeoutMs = 10_000;

/** What there is to see as soon as it is what is expected, else what there is after ten seconds. */
export async function settled<T>(look: () => Promise<T>, expected: T): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (JSON.stringify(seen) === JSON.stringify(expected) || performance.now() > deadline) return seen;
    await sleep(pollMs);
  }
}
