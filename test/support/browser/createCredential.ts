import { addCredential } from '../n8n';
import type { Stage } from './Stage';
import { credentialFields } from './workflows';

/** A credential for the emulator of the stage, as if somebody had made it before. */
export async function createCredential(
  { rest, emulator }: Stage,
  name = `Emulator ${emulator.port}`,
): Promise<{ id: string; name: string }> {
  const data = { ...credentialFields(emulator), sessionToken: '', region: 'cn-north-1' };
  const { id } = await addCredential(rest, { name, type: 'volcengineRtcApi', data });
  return { id, name };
}
