/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- the harness runs outside n8n */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentOf } from './environment';
import { installN8n } from './install';
import { installPackage } from './packPackage';

export interface InstanceOptions {
  version: string;
  /** The packed package to install. */
  tarball: string;
  /** The folders that workflows may read and write; default none but n8n's own. */
  folders?: readonly string[];
  /** PEM text of further authorities to trust. */
  certificate?: string;
  /** Where n8n keeps all that it knows; default a temporary folder, which goes with the instance. */
  userFolder?: string;
  /** Goes before the environment that n8n is given otherwise: another database, queue mode, a port. */
  env?: NodeJS.ProcessEnv;
}

/** An n8n with this package, before anything of it runs. */
export interface Instance {
  /** The Node.js that runs it, and the script of its command. */
  node: string;
  n8n: string;
  userFolder: string;
  env: NodeJS.ProcessEnv;
  /** Removes the folder, if it is a temporary one. */
  remove(): void;
}

export async function prepareInstance(options: InstanceOptions): Promise<Instance> {
  const { node, n8n } = await installN8n(options.version);
  const userFolder = options.userFolder ?? mkdtempSync(join(tmpdir(), 'n8n-user-'));
  const remove = () => {
    if (options.userFolder === undefined) {
      rmSync(userFolder, { recursive: true, force: true, maxRetries: 3 });
    }
  };
  try {
    mkdirSync(userFolder, { recursive: true });
    await installPackage(userFolder, options.tarball);
    return { node, n8n, userFolder, env: await environmentFor(node, userFolder, options), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

async function environmentFor(
  node: string,
  userFolder: string,
  { folders = [], certificate, env }: InstanceOptions,
): Promise<NodeJS.ProcessEnv> {
  const caFile = certificate === undefined ? undefined : join(userFolder, 'authority.pem');
  if (caFile !== undefined) writeFileSync(caFile, certificate!);
  return { ...(await environmentOf({ userFolder, node, folders, caFile })), ...env };
}
