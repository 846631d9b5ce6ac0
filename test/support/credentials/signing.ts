import { createHash, createHmac } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import type { SignableOptions } from '../../../credentials/request/signableOptions';
import { VolcengineRtcApi } from '../../../credentials/VolcengineRtcApi.credentials';

/** The time at which the tests sign. */
export const now = new Date('2025-03-29T18:09:37Z');

export const credentials = {
  accessKeyId: 'AKLTexample',
  secretAccessKey: 'secretExample',
} satisfies ICredentialDataDecryptedObject;

/** What n8n gets back and sends. */
export interface Signed extends Omit<SignableOptions, 'url' | 'headers' | 'body'> {
  url: string;
  headers: Record<string, string>;
  body?: Buffer;
}

/** Signs options as n8n has them signed, legacy ones too. */
export async function authenticate(
  options: SignableOptions | Signed,
  given: ICredentialDataDecryptedObject = credentials,
): Promise<Signed> {
  const signed = await new VolcengineRtcApi().authenticate(given, options as IHttpRequestOptions);
  return signed as unknown as Signed;
}

/**
 * Whether the signature holds for what is sent, read off it as a server would: the query and the path as they
 * stand in the URL, the headers as they stand in the request, the bytes of the body.
 */
export function isSignedAsSent(signed: Signed, secret: string = credentials.secretAccessKey): boolean {
  const parts =
    /^HMAC-SHA256 Credential=[^/]+\/(?<scope>\S+), SignedHeaders=(?<names>\S+), Signature=(?<signature>\S+)$/.exec(
      signed.headers.authorization ?? '',
    )?.groups;
  if (parts === undefined) return false;
  const { scope = '', names = '', signature } = parts;
  const headers = names.split(';').map((name) => `${name}:${signed.headers[name]}\n`);
  const { pathname, search, host } = new URL(signed.url);
  const payloadHash = sha256(signed.body ?? '');
  const method = (signed.method ?? 'GET').toUpperCase();
  const canonical = [method, pathname, search.slice(1), headers.join(''), names, payloadHash].join('\n');
  const text = ['HMAC-SHA256', signed.headers['x-date'], scope, sha256(canonical)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>(hmac, secret);
  const areHeadersTrue = signed.headers.host === host && signed.headers['x-content-sha256'] === payloadHash;
  return areHeadersTrue && hmac(key, text).toString('hex') === signature;
}

/** The query of a URL, decoded as servers decode it. */
export function queryOf({ url }: Signed): Array<[string, string]> {
  return [...new URL(url).searchParams];
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
