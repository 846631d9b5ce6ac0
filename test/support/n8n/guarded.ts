/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- the harness runs outside n8n */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { withoutKeys } from '../setup/withoutKeys';

export interface GuardedOptions {
  cwd: string;
  /** It is given without Volcengine's keys. */
  env: NodeJS.ProcessEnv;
  /** The files that its output is added to; they may be the same. */
  stdout: string;
  stderr: string;
}

/** A command under the guard, which ends it, with all that it started, if we go first. */
export interface Guarded {
  /** Its exit code. Rejects when it could not be started, and when it was interrupted. */
  readonly exited: Promise<number>;
  /** Ends it, and all that it started. */
  end(): void;
  /** Kills it, and all that it started, as a crash or a lack of memory would: none of them gets to tidy up. */
  kill(): void;
}

const guard = join(__dirname, 'guard.mjs');
const running = new Set<ChildProcess>();
let isInterrupted = false;

/** Ends every command that runs now, and lets no other begin. */
export function interruptAll(): void {
  isInterrupted = true;
  for (const child of running) child.stdin?.end();
}

export function startGuarded(
  command: string,
  args: readonly string[],
  { cwd, env, ...files }: GuardedOptions,
): Guarded {
  if (isInterrupted) throw new Error('Interrupted');
  const [stdout, stderr] = [openSync(files.stdout, 'a'), openSync(files.stderr, 'a')];
  const stdio: ['pipe', number, number] = ['pipe', stdout, stderr];
  const options = { cwd, env: withoutKeys(env), stdio };
  const child = spawn(process.execPath, [guard, command, ...args], options);
  closeSync(stdout);
  closeSync(stderr);
  running.add(child);
  return {
    exited: exitOf(child),
    end: () => child.stdin?.end(),
    kill: () => child.stdin?.write('kill'),
  };
}

async function exitOf(child: ChildProcess): Promise<number> {
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.on('error', reject).on('exit', (code) => resolve(code ?? 1));
    });
    if (isInterrupted) throw new Error('Interrupted');
    return exitCode;
  } finally {
    running.delete(child);
  }
}
