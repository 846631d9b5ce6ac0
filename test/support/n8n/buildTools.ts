/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- the harness runs outside n8n */
import { spawnSync } from 'node:child_process';
import { aptGet } from './aptGet';

const tools = ['python3', 'make', 'g++'];

const isMissing = (tool: string): boolean => spawnSync(tool, ['--version']).status !== 0;

/** Sees to the tools that compile n8n's SQLite driver, and returns the names of those that are still missing. */
export async function ensureBuildTools(): Promise<string[]> {
  if (process.platform === 'win32') return [];
  const missing = tools.filter(isMissing);
  if (missing.length === 0) return [];
  await aptGet(missing);
  return tools.filter(isMissing);
}
