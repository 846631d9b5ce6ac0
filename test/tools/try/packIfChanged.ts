/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the try-out runs outside n8n */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packPackage } from '../../support/n8n';
import { withProgress } from '../../support/setup/progress';

const root = join(__dirname, '..', '..', '..');
const sources = ['credentials', 'nodes', 'icons', 'package.json', 'README.md'];

/** Packs this package into a folder, unless it holds a tarball that is newer than every source. */
export async function packIfChanged(folder: string): Promise<string> {
  const packed = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.tgz')) : undefined;
  if (packed !== undefined && changedAt(join(folder, packed)) > Math.max(...sources.map(newestIn))) {
    return join(folder, packed);
  }
  return await withProgress('Building and packing this package', packPackage(folder));
}

const changedAt = (path: string): number => statSync(path).mtimeMs;

function newestIn(source: string): number {
  const path = join(root, source);
  const inside = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
  return Math.max(changedAt(path), ...inside.map((name) => changedAt(join(path, name))));
}
