/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- the harness runs outside n8n */
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { installationFolder } from './cacheFolder';

/**
 * A folder of the user's cache with a manifest and all that it asks for, which `install` puts there at the first call
 * on a machine. It is made in a folder of its own and moved when it is whole: an interrupted installation leaves none,
 * and of two at the same time the first one counts.
 */
export async function installOnce(
  name: string,
  manifest: string,
  install: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = installationFolder(name, manifest);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}.unfinished-`);
  try {
    cpSync(manifest, unfinished, { recursive: true });
    await install(unfinished);
    moveUnlessThere(unfinished, folder);
    return folder;
  } finally {
    rmSync(unfinished, { recursive: true, force: true, maxRetries: 3 });
  }
}

function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}
