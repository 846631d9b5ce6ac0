/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the tests run outside n8n */
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { sampleAccount, type Emulator } from '../emulator';
import {
  createN8n,
  n8nVersion,
  startServer,
  type Credential,
  type InstanceOptions,
  type N8n,
  type Server,
} from '.';

export { withCredential } from '.';

/** An n8n with this package, as packed for publishing. */
export async function n8nWithPackage(options: Partial<InstanceOptions> = {}): Promise<N8n> {
  return await createN8n({ version: n8nVersion, tarball: process.env.E2E_TARBALL!, ...options });
}

/** The same, as a server. */
export async function serverWithPackage(options: Partial<InstanceOptions> = {}): Promise<Server> {
  return await startServer({ version: n8nVersion, tarball: process.env.E2E_TARBALL!, ...options });
}

/** An empty folder that goes when the tests have ended. */
export function newFolder(): string {
  mkdirSync(process.env.E2E_FOLDER!, { recursive: true });
  return mkdtempSync(join(process.env.E2E_FOLDER!, 'files-'));
}

/** The name that n8n gives to a first credential: by it an import finds the credential of the examples. */
export const accountName = 'Volcengine RTC account';

/** The credential of the emulator's account. */
export function credentialFor(
  emulator: Pick<Emulator, 'url'>,
  data: Record<string, string> = {},
): Credential {
  const { accessKeyId, secretAccessKey } = sampleAccount;
  const keys = {
    accessKeyId,
    secretAccessKey,
    sessionToken: '',
    region: 'cn-north-1',
    endpoint: emulator.url,
  };
  const id = randomUUID().slice(0, 8);
  return { id, name: `Emulator ${id}`, type: 'volcengineRtcApi', data: { ...keys, ...data } };
}
