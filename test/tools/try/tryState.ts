/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the try-out runs outside n8n */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, newOwner, type Owner } from '../../support/n8n';

/** What a try-out keeps from one start to the next. */
export interface TryState {
  owner: Owner;
  n8nPort: number;
  emulatorPort: number;
}

/**
 * Reads the state in a folder. The address of n8n stays as it was at the first start.
 * @throws when somebody listens there: two n8n on one database would spoil it
 */
export async function readTryState(folder: string): Promise<TryState> {
  const file = join(folder, 'state.json');
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TryState) : undefined;
  const n8nPort = await freePort(before?.n8nPort);
  if (before !== undefined && n8nPort !== before.n8nPort) {
    throw new Error(`Port ${before.n8nPort} is taken: does a try-out run already? Else remove ${folder}`);
  }
  const state = {
    owner: before?.owner ?? newOwner(),
    n8nPort,
    emulatorPort: await freePort(before?.emulatorPort),
  };
  // Only the user may read the password.
  writeFileSync(file, JSON.stringify(state, null, 2), { mode: 0o600 });
  return state;
}
