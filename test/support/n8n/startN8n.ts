/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the harness runs outside n8n */
import { join } from 'node:path';
import type { Instance } from './prepareInstance';
import { startRunning, type Running } from './startRunning';

/**
 * Starts an n8n command that stays, such as `start` or `worker`, and waits until it answers at `url` with JSON. It
 * ends with us, however we end.
 * @throws when it ends before, or takes longer than three minutes
 */
export async function startN8n(
  { node, n8n, userFolder, env }: Instance,
  args: readonly string[],
  url: string,
): Promise<Running> {
  const logFile = join(userFolder, `${args[0]}-${new URL(url).port}.log`);
  const isUp = async () => await answers(url);
  return await startRunning(node, [n8n, ...args], { cwd: userFolder, env, logFile, isUp });
}

/** While n8n starts it refuses connections, then answers with pages that are no JSON. */
async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    return response.ok && typeof (await response.json()) === 'object';
  } catch {
    return false;
  }
}
