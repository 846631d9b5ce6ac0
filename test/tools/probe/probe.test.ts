/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- starts the command, outside n8n */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator, type Emulator } from '../../support/emulator';
import { until } from '../../support/time/until';
import { envFor } from './testing/probed';

let emulator: Emulator;
let child: ChildProcess | undefined;
const folder = mkdtempSync(join(tmpdir(), 'probe-'));
const report = join(folder, 'report.md');

beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(async () => {
  if (child?.exitCode === null) child.kill('SIGKILL');
  await emulator.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the command without a terminal. */
function start(...args: string[]): { ended: Promise<{ exitCode: number; output: string }> } {
  const env = { ...process.env, NO_PROXY: '127.0.0.1', ...envFor(emulator) };
  const command = ['--import', 'tsx', join(__dirname, 'probe.ts'), ...args, '--report', report];
  const started = spawn(process.execPath, command, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (text) => (output += String(text)));
  child = started;
  return {
    ended: once(started, 'close').then(([exitCode]) => ({ exitCode: exitCode as number, output })),
  };
}

test('without a terminal and without --yes it exits with 1, and nothing arrives', async () => {
  const { exitCode, output } = await start().ended;
  expect([exitCode, output]).toEqual([1, expect.stringContaining('Nothing was sent.')]);
  expect(emulator.arrivals).toHaveLength(0);
});

test('Ctrl+C, pressed twice, ends the questions, and the users are unregistered all the same', async () => {
  const { ended } = start('--yes');
  await until('users are registered', () => emulator.ledger.count() > 0);
  child!.kill('SIGINT');
  await until('some are unregistered', () => emulator.ledger.formerUsers.length > 0);
  child!.kill('SIGINT');
  const { exitCode, output } = await ended;
  expect(exitCode).toBe(1);
  expect(emulator.ledger.count()).toBe(0);
  expect(output).toContain('The probe broke off. It was interrupted. All test users are unregistered again.');
  expect(readFileSync(report, 'utf8')).toContain('All test users are unregistered again.');
});
