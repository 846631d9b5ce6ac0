import { createHmac } from 'node:crypto';
import { type CredentialScope, scopeTerminator } from './stringToSign';

/** HMAC-SHA256 of a text, as bytes. */
export function hmacSha256(key: string | Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/**
 * The signing key: the secret access key narrowed to a day, a region and a service, one HMAC for each.
 *
 * The secret goes in as it is printed: no prefix, no base64 decoding.
 */
export function signingKey(secretAccessKey: string, xDate: string, scope: CredentialScope): Buffer {
  return [xDate.slice(0, 8), scope.region, scope.service, scopeTerminator].reduce<Uint8Array>(
    hmacSha256,
    Buffer.from(secretAccessKey),
  ) as Buffer;
}
