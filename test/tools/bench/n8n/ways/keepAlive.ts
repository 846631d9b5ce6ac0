/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmark runs outside n8n */
import { join } from 'node:path';
import { writeRequestFile } from '../requestFile';
import type { Way } from './way';

/** undici with connections that stay open, with requests made and signed beforehand: the floor of the machine. */
export const keepAlive: Way = {
  name: 'undici outside n8n, keep-alive',
  command: (stage) => [join(__dirname, '..', 'keepAlive.mjs'), writeRequestFile(stage)],
};
