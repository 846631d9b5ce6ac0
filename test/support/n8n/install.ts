/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the harness runs outside n8n */
import { delimiter, dirname } from 'node:path';
import { npmScript } from '../setup/npmScript';
import { withProgress } from '../setup/progress';
import { ensureBuildTools } from './buildTools';
import { manifestFolder } from './cacheFolder';
import { readInstallation, type Installation } from './installation';
import { installOnce } from './installOnce';
import { npmCi } from './npmCi';
import { run } from './run';

const timeoutMs = 30 * 60_000;

/** The whole n8n of the given version, from the user's cache folder, where it is installed at the first call. */
export async function installN8n(version: string): Promise<Installation> {
  const install = async (folder: string) => await installInto(folder, version);
  return readInstallation(await installOnce(`n8n-${version}`, manifestFolder(version), install));
}

async function installInto(folder: string, version: string): Promise<void> {
  const missingTools = await ensureBuildTools();
  const downloading = `Installing the whole n8n ${version} (once, about 4 minutes and 3 GB)`;
  await withProgress(downloading, npmCi(folder));
  const building = `Building the native parts of n8n ${version} (once, about 2 minutes)`;
  await withProgress(building, build(folder, missingTools));
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
