/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the harness runs outside n8n */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where every clone of this repository on the machine finds what is installed. */
export function cacheFolder(): string {
  return join(userCacheFolder(), 'n8n-nodes-volcengine-rtc');
}

function userCacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return XDG_CACHE_HOME || join(homedir(), '.cache');
}

/** The manifest, lock file and npm rules of one n8n version. */
export function manifestFolder(version: string): string {
  return join(__dirname, 'versions', version);
}

/** The folder of one installation: another lock file or machine type is another installation. */
export function installationFolder(name: string, manifest: string): string {
  const contents = createHash('sha256')
    .update(readFileSync(join(manifest, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')
    .slice(0, 12);
  return join(cacheFolder(), `${name}-${contents}`);
}
