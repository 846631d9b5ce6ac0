/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- the harness runs outside n8n */
import { spawnSync } from 'node:child_process';
import { withProgress } from '../setup/progress';
import { runOrThrow } from './run';

const timeoutMs = 15 * 60_000;

/** Installs packages on Debian and its kin, as root (a fresh container); does nothing elsewhere. */
export async function aptGet(packages: readonly string[]): Promise<void> {
  const isThere = spawnSync('apt-get', ['--version']).status === 0;
  if (!isThere || process.getuid?.() !== 0) return;
  await withProgress(`Installing ${packages.join(', ')} with apt-get`, install(packages));
}

async function install(packages: readonly string[]): Promise<void> {
  const options = { cwd: '/', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs };
  await runOrThrow('apt-get', ['update'], options);
  await runOrThrow('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
}
