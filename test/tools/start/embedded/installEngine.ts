/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the try-out runs outside n8n */
import { join } from 'node:path';
import { installOnce } from '../../../support/n8n/installOnce';
import { npmCi } from '../../../support/n8n/npmCi';
import { withProgress } from '../../../support/setup/progress';

/** n8n's engine and nodes, without its server, from the user's cache folder. */
export async function installEngine(): Promise<string> {
  return await installOnce('n8n-engine', join(__dirname, 'manifest'), async (folder) => {
    await withProgress("Installing n8n's engine and nodes (once, about a minute and 900 MB)", npmCi(folder));
  });
}
