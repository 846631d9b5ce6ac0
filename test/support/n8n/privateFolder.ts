/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the harness runs outside n8n */
import { chmodSync, mkdirSync } from 'node:fs';

/** Makes a folder that its owner alone may look into, or makes a folder that is there one. */
export function privateFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  return path;
}
