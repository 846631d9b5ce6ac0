import { createHmac } from 'node:crypto';
import { algorithm, type CredentialScope } from '../parsing/authorization';
import { sha256Hex } from './canonicalRequest';

/**
 * The four lines that are signed.
 * @param date the X-Date header, `YYYYMMDDTHHMMSSZ`.
 * Source: https://www.volcengine.com/docs/6369/67270
 */
export function stringToSign(date: string, scope: CredentialScope, canonicalRequestText: string): string {
  const { day, region, service } = scope;
  return [algorithm, date, `${day}/${region}/${service}/request`, sha256Hex(canonicalRequestText)].join('\n');
}

/** The key of one day, region and service: an HMAC chain that starts from the secret's text as it is. */
export function signingKey(secretAccessKey: string, { day, region, service }: CredentialScope): Buffer {
  return [day, region, service, 'request'].reduce<Buffer>(hmac, Buffer.from(secretAccessKey, 'utf8'));
}

/** The signature in lower-case hex. */
export function signatureOf(key: Uint8Array, stringToSignText: string): string {
  return hmac(key, stringToSignText).toString('hex');
}

function hmac(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(Buffer.from(text, 'latin1')).digest();
}
