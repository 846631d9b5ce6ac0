/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the harness runs outside n8n */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { startGuarded, type Guarded } from './guarded';

export interface RunOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  timeoutMs: number;
}

export interface Finished {
  exitCode: number;
  stdout: string;
  stderr: string;
  seconds: number;
}

/**
 * Runs a command to its end, whatever its exit code, under the guard that ends it if we go first.
 * Its output goes through files: n8n writes tens of megabytes and leaves at once, which would cut a pipe short.
 * Throws when it takes longer than `timeoutMs`.
 */
export async function run(
  command: string,
  args: string[],
  { cwd, env, timeoutMs }: RunOptions,
): Promise<Finished> {
  const folder = mkdtempSync(join(tmpdir(), 'n8n-run-'));
  const [stdout, stderr] = [join(folder, 'stdout'), join(folder, 'stderr')];
  const begun = performance.now();
  try {
    const guarded = startGuarded(command, args, { cwd, env, stdout, stderr });
    const exitCode = await exitCodeOf(guarded, basename(args[0] ?? command), timeoutMs);
    const seconds = (performance.now() - begun) / 1000;
    return { exitCode, stdout: readFileSync(stdout, 'utf8'), stderr: readFileSync(stderr, 'utf8'), seconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function exitCodeOf({ exited, end }: Guarded, name: string, timeoutMs: number): Promise<number> {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    end();
  }, timeoutMs);
  try {
    const exitCode = await exited;
    if (isLate) throw new Error(`${name} was ended after ${timeoutMs / 1000} s`);
    return exitCode;
  } finally {
    clearTimeout(timer);
  }
}

/** Like `run`, but anything other than exit code 0 is an error that shows the end of the output. */
export async function runOrThrow(command: string, args: string[], options: RunOptions): Promise<Finished> {
  const finished = await run(command, args, options);
  if (finished.exitCode === 0) return finished;
  const output = `${finished.stdout}\n${finished.stderr}`.trim().split('\n').slice(-40).join('\n');
  throw new Error(`${command} ${args.join(' ')} failed (exit code ${finished.exitCode})\n${output}`);
}
