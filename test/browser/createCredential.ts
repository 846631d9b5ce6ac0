import type { Stage } from './Stage';
import { credentialFields } from './workflows';

/** A credential for the emulator of the stage, as if somebody had made it before. */
export async function createCredential(
  { rest, emulator }: Stage,
  name = `Emulator ${emulator.port}`,
): Promise<{ id: string; name: string }> {
  const data = { ...credentialFields(emulator), sessionToken: '', region: 'cn-north-1' };
  const credential = { name, type: 'volcengineRtcApi', data };
  const { id } = await rest.call<{ id: string }>('POST', '/rest/credentials', credential);
  return { id, name };
}
