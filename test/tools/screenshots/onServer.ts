/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the pictures are taken outside n8n */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pictures } from '../../support/browser/picture';
import { installN8n, n8nVersion, packPackage, startServer, type Server } from '../../support/n8n';
import { withProgress } from '../../support/setup/progress';

/**
 * Takes pictures of an n8n with this package, as packed for publishing. Its workflows may read and write `folders` and
 * a folder that goes afterwards.
 */
export async function onServer(
  folders: string[],
  takePictures: (server: Server, folder: string) => Promise<void>,
): Promise<void> {
  await installN8n(n8nVersion);
  const folder = mkdtempSync(join(tmpdir(), 'volcengine-rtc-'));
  mkdirSync(pictures, { recursive: true });
  try {
    const tarball = await withProgress('Building and packing this package', packPackage(folder));
    const server = await startServer({ version: n8nVersion, tarball, folders: [...folders, folder] });
    try {
      await takePictures(server, folder);
    } finally {
      await server.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
