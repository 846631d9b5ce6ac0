/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the harness runs outside n8n */
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startGuarded } from './guarded';

/** A process that stays. */
export interface Running {
  /** Resolves when it has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** What it has said so far. */
  log(): string;
  /** Ends it, and resolves when it has. */
  close(): Promise<void>;
  /** Kills it without any grace (SIGKILL), and resolves when it is gone. */
  kill(): Promise<void>;
}

export interface RunningOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Takes what it says; what was there before goes. */
  logFile: string;
  /** Whether it is ready for work. */
  isUp(): Promise<boolean>;
}

const pollMs = 200;
const startTimeoutMs = 3 * 60_000;

/**
 * Starts a command that stays, and waits until it is up. It ends with us, however we end.
 * @throws when it ends before, or takes longer than three minutes
 */
export async function startRunning(
  command: string,
  args: readonly string[],
  { cwd, env, logFile, isUp }: RunningOptions,
): Promise<Running> {
  rmSync(logFile, { force: true });
  const guarded = startGuarded(command, args, { cwd, env, stdout: logFile, stderr: logFile });
  let hasEnded = false;
  const ended = guarded.exited.then(
    () => void (hasEnded = true),
    () => void (hasEnded = true),
  );
  const log = () => readFileSync(logFile, 'utf8');
  const endBy = (way: () => void) => async () => {
    way();
    await ended;
  };
  const close = endBy(guarded.end);
  const deadline = performance.now() + startTimeoutMs;
  while (!(await isUp())) {
    if (hasEnded || performance.now() > deadline) {
      await close();
      throw new Error(`${command} ${args.join(' ')} did not start\n${log().slice(-4000)}`);
    }
    await sleep(pollMs);
  }
  return { ended, log, close, kill: endBy(guarded.kill) };
}
