/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmark runs outside n8n */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the processes of a run have used, added up. */
export interface Usage {
  cpuSeconds: number;
  /** The most memory of each process. */
  peakMiB: number;
}

/**
 * The variables that let every Node.js process of a run leave its usage in a folder.
 *
 * @param files further files of this folder that the processes load
 */
export function usageVariables(folder: string, files: readonly string[]): NodeJS.ProcessEnv {
  mkdirSync(folder, { recursive: true });
  const loaded = ['usage.cjs', ...files].map((file) => `--require=${join(__dirname, file)}`);
  return { BENCH_USAGE_FOLDER: folder, NODE_OPTIONS: loaded.join(' ') };
}

/** Adds up what the processes have noted last. */
export function readUsage(folder: string): Usage {
  const usages = readdirSync(folder).map((file) => lastOf(readFileSync(join(folder, file), 'utf8')));
  const sum = (pick: (usage: Usage) => number) => usages.reduce((total, usage) => total + pick(usage), 0);
  return { cpuSeconds: sum(({ cpuSeconds }) => cpuSeconds), peakMiB: sum(({ peakMiB }) => peakMiB) };
}

/** The last line may be cut off. */
function lastOf(notes: string): Usage {
  const lines = notes.split('\n').slice(0, -1);
  return JSON.parse(lines.at(-1) ?? '{"cpuSeconds":0,"peakMiB":0}') as Usage;
}
