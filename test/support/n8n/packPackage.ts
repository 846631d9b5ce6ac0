/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the harness runs outside n8n */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { npmScript } from '../setup/npmScript';
import { runOrThrow } from './run';

const root = join(__dirname, '..', '..', '..');
const timeoutMs = 5 * 60_000;

/** Builds this package and packs what would be published into `folder`. Returns the path of the tarball. */
export async function packPackage(folder: string): Promise<string> {
  const options = { cwd: root, env: process.env, timeoutMs };
  await runOrThrow(process.execPath, [npmScript(), 'run', 'build'], options);
  const pack = [npmScript(), 'pack', '--json', '--pack-destination', folder];
  const { stdout } = await runOrThrow(process.execPath, pack, options);
  const [packed] = JSON.parse(stdout) as Array<{ filename: string }>;
  return join(folder, packed!.filename);
}

/**
 * Installs the tarball as n8n installs a community package: unpacked into the user folder's `nodes`. n8n then asks npm
 * for the dependencies; this package has none. Returns its folder.
 */
export async function installPackage(userFolder: string, tarball: string): Promise<string> {
  const folder = join(userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-volcengine-rtc');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const unpack = ['-xzf', tarball, '-C', folder, '--strip-components=1'];
  await runOrThrow('tar', unpack, { cwd: folder, env: process.env, timeoutMs });
  return folder;
}
