/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- the harness runs outside n8n */
import { spawnSync } from 'node:child_process';
import { withProgress } from '../setup/progress';
import { runOrThrow } from './run';

const tools = ['python3', 'make', 'g++'];
const timeoutMs = 10 * 60_000;

const isMissing = (tool: string): boolean => spawnSync(tool, ['--version']).status !== 0;

/**
 * Sees to the tools that compile n8n's SQLite driver, and returns the names of those that are still missing.
 * On Debian and its kin, as root (a fresh container), they are installed.
 */
export async function ensureBuildTools(): Promise<string[]> {
  if (process.platform === 'win32') return [];
  const missing = tools.filter(isMissing);
  if (missing.length === 0 || process.getuid?.() !== 0 || isMissing('apt-get')) return missing;
  await withProgress(`Installing ${missing.join(', ')} with apt-get`, aptGet(missing));
  return tools.filter(isMissing);
}

async function aptGet(packages: string[]): Promise<void> {
  const options = { cwd: '/', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs };
  await runOrThrow('apt-get', ['update'], options);
  await runOrThrow('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
}
