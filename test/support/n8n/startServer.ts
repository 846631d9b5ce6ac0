/* eslint-disable @n8n/community-nodes/require-node-api-error -- the harness runs outside n8n */
import { randomUUID } from 'node:crypto';
import { prepareInstance, type InstanceOptions } from './prepareInstance';
import { signIn, type Owner, type Rest } from './signIn';
import { startN8n } from './startN8n';
import type { Running } from './startRunning';

export interface ServerOptions extends InstanceOptions {
  /**
   * Becomes the owner at the first start in a user folder, and signs in at every later one. Default somebody with a
   * password that nobody knows.
   */
  owner?: Owner;
}

/** A running n8n with its editor, on an address of this machine only. */
export interface Server extends Running {
  /** Such as `http://127.0.0.1:40123`, without a slash at the end. */
  readonly url: string;
  readonly rest: Rest;
}

/** Starts `n8n start`, and resolves when it answers and its owner is signed in. */
export async function startServer({ owner = newOwner(), ...options }: ServerOptions): Promise<Server> {
  const instance = await prepareInstance(options);
  const url = `http://127.0.0.1:${instance.env.N8N_PORT}`;
  let running: Running | undefined;
  const close = async () => {
    await running?.close();
    instance.remove();
  };
  try {
    running = await startN8n(instance, ['start'], `${url}/rest/settings`);
    return { ...running, url, rest: await signIn(url, owner), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** n8n asks for a digit and a capital in a password. */
export function newOwner(): Owner {
  return { email: 'owner@example.com', password: `Rtc-1-${randomUUID().slice(0, 8)}` };
}
