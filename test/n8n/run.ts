/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- the harness runs outside n8n */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

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

const guard = join(__dirname, 'guard.mjs');
const running = new Set<ChildProcess>();
let isInterrupted = false;

/** Ends every command that runs now, with all it started, and starts no other: each `run` throws from here on. */
export function interruptRuns(): void {
  isInterrupted = true;
  for (const child of running) child.stdin?.end();
}

/**
 * Runs a command to its end, whatever its exit code, under the guard that ends it if we go first.
 * Its output goes through files: n8n writes tens of megabytes and leaves at once, which would cut a pipe short.
 * Throws when it takes longer than `timeoutMs`.
 */
export async function run(command: string, args: string[], options: RunOptions): Promise<Finished> {
  const folder = mkdtempSync(join(tmpdir(), 'n8n-run-'));
  const files = [join(folder, 'stdout'), join(folder, 'stderr')] as const;
  const begun = performance.now();
  try {
    const exitCode = await exitCodeOf(command, args, options, files);
    const seconds = (performance.now() - begun) / 1000;
    return {
      exitCode,
      stdout: readFileSync(files[0], 'utf8'),
      stderr: readFileSync(files[1], 'utf8'),
      seconds,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function exitCodeOf(
  command: string,
  args: string[],
  { cwd, env, timeoutMs }: RunOptions,
  files: readonly [string, string],
): Promise<number> {
  if (isInterrupted) throw new Error('Interrupted');
  const [stdout, stderr] = [openSync(files[0], 'w'), openSync(files[1], 'w')];
  const child = spawn(process.execPath, [guard, command, ...args], {
    cwd,
    env,
    stdio: ['pipe', stdout, stderr],
  });
  closeSync(stdout);
  closeSync(stderr);
  running.add(child);
  const timer = setTimeout(() => child.stdin?.end(), timeoutMs);
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.on('error', reject).on('exit', (code) => resolve(code ?? 1));
    });
    if (isInterrupted) throw new Error('Interrupted');
    if (child.stdin?.writableEnded) {
      throw new Error(`${basename(args[0] ?? command)} was ended after ${timeoutMs / 1000} s`);
    }
    return exitCode;
  } finally {
    clearTimeout(timer);
    running.delete(child);
  }
}

/** Like `run`, but anything other than exit code 0 is an error that shows the end of the output. */
export async function runOrThrow(command: string, args: string[], options: RunOptions): Promise<Finished> {
  const finished = await run(command, args, options);
  if (finished.exitCode === 0) return finished;
  const output = `${finished.stdout}\n${finished.stderr}`.trim().split('\n').slice(-40).join('\n');
  throw new Error(`${command} ${args.join(' ')} failed (exit code ${finished.exitCode})\n${output}`);
}
