// Runs a command, and ends it with all that it started as soon as whoever asked for it is gone: by closing our standard
// input, or by dying in any way at all, which closes it too. Whatever is written there kills it without any grace.
// (Plain JavaScript: any Node.js starts it at once.)
import { spawn, spawnSync } from 'node:child_process';

const isWindows = process.platform === 'win32';
const graceMs = 5_000;
const [command, ...args] = process.argv.slice(2);
// A process group of its own takes in every descendant, and keeps Ctrl-C of the terminal away from it.
const child = spawn(command, args, { detached: !isWindows, stdio: ['ignore', 'inherit', 'inherit'] });

function signalAll(signal) {
  try {
    if (isWindows) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

function end() {
  signalAll('SIGTERM');
  setTimeout(() => signalAll('SIGKILL'), graceMs);
}

process.stdin
  .on('data', () => signalAll('SIGKILL'))
  .on('end', end)
  .on('error', end);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
child.on('error', (error) => {
  process.stderr.write(`${command} could not be started: ${error.message}\n`);
  process.exit(127);
});
child.on('exit', (exitCode) => {
  signalAll('SIGKILL');
  process.exit(exitCode ?? 1);
});
