import { sampleAccount } from '../../support/emulator';
import type { SavedCredential } from '../../support/engine/credentialsHelper';
import { VolcengineRtcApi } from './built';

/** The credential that the benchmarks sign with, as a user saves it. */
export function savedCredential(
  endpoint = '',
): SavedCredential & { type: InstanceType<typeof VolcengineRtcApi> } {
  const { accessKeyId, secretAccessKey } = sampleAccount;
  const data = { accessKeyId, secretAccessKey, sessionToken: '', region: 'cn-north-1', endpoint };
  return { type: new VolcengineRtcApi(), data };
}
