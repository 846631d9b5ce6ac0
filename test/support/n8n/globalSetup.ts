/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the tests run outside n8n */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installN8n, n8nVersion, packPackage } from '.';
import { withProgress } from '../setup/progress';

/** Installs n8n, and packs this package once for all tests. */
export default async function globalSetup(): Promise<void> {
  await installN8n(n8nVersion);
  const folder = mkdtempSync(join(tmpdir(), 'volcengine-rtc-'));
  process.env.E2E_FOLDER = folder;
  process.env.E2E_TARBALL = await withProgress('Building and packing this package', packPackage(folder));
}
