/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the harness runs outside n8n */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { npmScript } from '../setup/npmScript';
import { withProgress } from '../setup/progress';
import { ensureBuildTools } from './buildTools';
import { installationFolder, manifestFolder } from './cacheFolder';
import { withFileLock } from './fileLock';
import { readInstallation, type Installation } from './installation';
import { run, runOrThrow } from './run';

const timeoutMs = 30 * 60_000;

/**
 * n8n of the given version, from the user's cache folder, where it is installed at the first call on a machine.
 * It is made in a folder beside its own and moved there when it is whole, so an interrupted installation leaves none.
 */
export async function installN8n(version: string): Promise<Installation> {
  const folder = installationFolder(version);
  if (existsSync(folder)) return readInstallation(folder);
  mkdirSync(dirname(folder), { recursive: true });
  await withFileLock(`${folder}.lock`, async () => {
    if (!existsSync(folder)) await installInto(folder, version);
  });
  return readInstallation(folder);
}

async function installInto(folder: string, version: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  const missingTools = await ensureBuildTools();
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(manifestFolder(version), unfinished, { recursive: true });
  await withProgress(`Installing n8n ${version} (once, about 3 minutes)`, download(unfinished));
  await withProgress(
    `Building what n8n ${version} needs (once, about a minute)`,
    build(unfinished, missingTools),
  );
  renameSync(unfinished, folder);
}

async function download(folder: string): Promise<void> {
  const options = { cwd: folder, env: process.env, timeoutMs };
  await runOrThrow(process.execPath, [npmScript(), 'ci'], options);
}

/** Builds the native packages with the Node.js that will load them, and makes sure that it can. */
async function build(folder: string, missingTools: string[]): Promise<void> {
  const { node, headers, nativePackages } = readInstallation(folder);
  const env: NodeJS.ProcessEnv = { ...process.env, JOBS: 'max' };
  env.PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  if (headers !== undefined) env.npm_config_nodedir = headers;
  const options = { cwd: folder, env, timeoutMs };
  const npmRebuild = [npmScript(), 'rebuild', ...nativePackages, '--ignore-scripts=false'];
  const rebuilt = await run(node, npmRebuild, options);
  const loaded = await run(node, ['--eval', 'require("sqlite3")'], options);
  if (rebuilt.exitCode === 0 && loaded.exitCode === 0) return;
  const advice =
    missingTools.length > 0 ? `Please install ${missingTools.join(', ')} and start again.\n` : '';
  throw new Error(
    `n8n's database driver could not be built. ${advice}${rebuilt.stderr.slice(-4000)}${loaded.stderr}`,
  );
}
