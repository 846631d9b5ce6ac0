/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- the harness runs outside n8n */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  config: { rebuild: string };
  optionalDependencies: Record<string, string>;
}

/** An installed n8n, and the Node.js that runs it. */
export interface Installation {
  folder: string;
  /** The n8n command, a script for `node`. */
  n8n: string;
  /** The Node.js binary. */
  node: string;
  /** Where that Node.js keeps its C++ headers (`include/node`), if it brought any. */
  headers?: string;
  /** The packages with native code that must be built on this machine. */
  nativePackages: string[];
}

const oldestNodeMajor = 24;

/** Reads what npm put into `folder`. Throws if there is no Node.js that can run n8n. */
export function readInstallation(folder: string): Installation {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  return {
    folder,
    n8n: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
    nativePackages: manifest.config.rebuild.split(' '),
    ...findNode(folder, Object.keys(manifest.optionalDependencies)),
  };
}

/**
 * The Node.js that npm picked for this machine among the optional packages. Where there is none, or where it does not
 * run (musl), the machine's own takes its place if it is new enough.
 */
function findNode(folder: string, packages: string[]): Pick<Installation, 'node' | 'headers'> {
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const name of packages) {
    const headers = join(folder, 'node_modules', name);
    const node = join(headers, 'bin', binary);
    if (existsSync(node) && spawnSync(node, ['--version']).status === 0) {
      return existsSync(join(headers, 'include', 'node', 'node.h')) ? { node, headers } : { node };
    }
  }
  if (Number.parseInt(process.versions.node, 10) >= oldestNodeMajor) return { node: process.execPath };
  throw new Error(
    `n8n needs Node.js ${oldestNodeMajor}, and there is no package of it for ${process.platform} ${process.arch}: ` +
      `install Node.js ${oldestNodeMajor} or newer and start again with it`,
  );
}
