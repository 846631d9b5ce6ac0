/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the harness runs outside n8n */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startGuarded } from './guarded';
import type { Instance } from './prepareInstance';

/** An n8n process that stays. */
export interface Running {
  /** Resolves when it has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** What it has said so far. */
  log(): string;
  /** Ends it, and resolves when it has. */
  close(): Promise<void>;
}

const pollMs = 200;
const startTimeoutMs = 3 * 60_000;

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
  const file = join(userFolder, `${args[0]}-${new URL(url).port}.log`);
  rmSync(file, { force: true });
  const options = { cwd: userFolder, env, stdout: file, stderr: file };
  const { exited, end } = startGuarded(node, [n8n, ...args], options);
  let hasEnded = false;
  const ended = exited.then(
    () => void (hasEnded = true),
    () => void (hasEnded = true),
  );
  const log = () => readFileSync(file, 'utf8');
  const close = async () => {
    end();
    await ended;
  };
  const deadline = performance.now() + startTimeoutMs;
  while (!(await answers(url))) {
    if (hasEnded || performance.now() > deadline) {
      await close();
      throw new Error(`n8n ${args.join(' ')} did not start\n${log().slice(-4000)}`);
    }
    await sleep(pollMs);
  }
  return { ended, log, close };
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
