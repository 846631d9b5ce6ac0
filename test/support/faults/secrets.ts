/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- placeholders that open nothing */

/** A key that no account has. */
export const credential = {
  accessKeyId: ' AKLTmodel00000000000000000000000000000000042 ',
  secretAccessKey: 'bW9kZWwtc2VjcmV0LWFjY2Vzcy1rZXk=',
  sessionToken: 'STSmodelToken/with+signs==',
  region: 'cn-north-1',
};

/** What must not come out of a run: the parts of the key, and a signature that the service repeats. */
export const secrets: readonly string[] = [
  credential.accessKeyId.trim(),
  credential.secretAccessKey,
  credential.sessionToken,
  'b8cc24d17a190298dfc8089441c6db479df21c9f9eecf54d2bbc098a8f5708ec',
];

/** How a gateway repeats them in its messages. */
export const echo = `[${secrets.join('] [')}] Signature=${secrets[3]}`;
