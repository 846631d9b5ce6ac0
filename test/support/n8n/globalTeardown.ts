/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the tests run outside n8n */
import { rmSync } from 'node:fs';

export default function globalTeardown(): void {
  rmSync(process.env.E2E_FOLDER!, { recursive: true, force: true });
}
