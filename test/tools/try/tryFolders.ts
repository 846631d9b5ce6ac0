/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the try-out runs outside n8n */
import { join } from 'node:path';
import { privateFolder } from '../../support/n8n';

/**
 * Makes the folders of a try-out: one for all that n8n keeps (a database is not for another version of n8n) and one for
 * what the examples write. Both hold users and n8n's keys, so they are for their owner alone.
 */
export function tryFolders(root: string, n8nVersion: string): { folder: string; outputFolder: string } {
  privateFolder(join(root, '.try'));
  return {
    folder: privateFolder(join(root, '.try', n8nVersion)),
    outputFolder: privateFolder(join(root, 'output')),
  };
}
