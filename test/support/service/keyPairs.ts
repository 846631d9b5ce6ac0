/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- placeholders that open nothing */
import { type Account, sampleAccount } from '../emulator';

/** Two keys of one account, as two users of it would have. */
export const keyPairs: readonly [Account, Account] = [
  sampleAccount,
  {
    ...sampleAccount,
    accessKeyId: 'AKLTexample0000000000000000000000000000000002',
    secretAccessKey: 'YW5vdGhlci1leGFtcGxlLXNlY3JldA==',
  },
];
