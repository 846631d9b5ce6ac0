/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts a program called npm into a folder: it has one package, that of the tarball, as a registry would have it once it
 * is published. n8n calls npm by its name to look a version up, to fetch a package and to install its dependencies; this
 * package has none.
 *
 * @returns the folder, for the front of the search path
 */
export function npmStandIn(parent: string, version: string, tarball: string): string {
  const folder = join(parent, 'npm-stand-in');
  mkdirSync(folder, { recursive: true });
  const script = `#!/bin/sh
case "$1" in
  view) echo '"${version}"' ;;
  pack) cp '${tarball}' package.tgz && echo package.tgz ;;
  install) ;;
  *) exit 1 ;;
esac
`;
  writeFileSync(join(folder, 'npm'), script, { mode: 0o755 });
  return folder;
}
