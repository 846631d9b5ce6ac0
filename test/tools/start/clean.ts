/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the harness runs outside n8n */
import { rmSync } from 'node:fs';
import { cacheFolder } from '../../support/n8n/cacheFolder';

rmSync(cacheFolder(), { recursive: true, force: true });
process.stdout.write(`Removed ${cacheFolder()}\n`);
