import { canonicalRequest, sha256Hex, type SignableRequest, signedHeaderNames } from './canonicalRequest';
import { hmacSha256 } from './signingKey';
import { SigningKeys } from './SigningKeys';
import { algorithm, type CredentialScope, credentialScope, formatXDate, stringToSign } from './stringToSign';

/** The key pair of a Volcengine account or sub-user; temporary ones come with a session token. */
export interface AccessKey {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** A request as it will be sent. */
export interface UnsignedRequest {
  method: string;
  /** As in the Host header: with the port where it is not the scheme's own. */
  host: string;
  /** Percent-encoded absolute path. */
  path: string;
  /** In canonical form, as it is sent. */
  query: string;
  /** The body's bytes; undefined sends none. */
  body?: Uint8Array;
  /** Set where there is a body. */
  contentType?: string;
}

const signingKeys = new SigningKeys();

/** Lower-case hex signature of a canonical request. */
export function signature(secretAccessKey: string, xDate: string, scope: CredentialScope, canonical: string) {
  return hmacSha256(
    signingKeys.of(secretAccessKey, xDate, scope),
    stringToSign(xDate, scope, canonical),
  ).toString('hex');
}

/**
 * Signs a request.
 *
 * @param date the time of the signature; Volcengine accepts it for 15 minutes
 * @returns the headers to add to the request (lower-case names), `authorization` among them
 * @see https://www.volcengine.com/docs/6348/412252
 */
export function signRequest(
  request: UnsignedRequest,
  key: AccessKey,
  scope: CredentialScope,
  date: Date,
): Record<string, string> {
  const xDate = formatXDate(date);
  const payloadHash = sha256Hex(request.body ?? '');
  const headers = headersToSign(request, key, xDate, payloadHash);
  const { method, path, query } = request;
  const signable: SignableRequest = { method, path, query, headers, payloadHash };
  const authorization = [
    `${algorithm} Credential=${key.accessKeyId}/${credentialScope(xDate, scope)}`,
    `SignedHeaders=${signedHeaderNames(headers)}`,
    `Signature=${signature(key.secretAccessKey, xDate, scope, canonicalRequest(signable))}`,
  ].join(', ');
  return Object.assign(headers, { authorization });
}

/** Without a body n8n removes the content type on the way, so only a request with a body signs one. */
function headersToSign(
  { host, contentType }: UnsignedRequest,
  { sessionToken }: AccessKey,
  xDate: string,
  payloadHash: string,
): Record<string, string> {
  const headers: Record<string, string> = { host, 'x-content-sha256': payloadHash, 'x-date': xDate };
  if (contentType !== undefined) headers['content-type'] = contentType;
  if (sessionToken !== undefined) headers['x-security-token'] = sessionToken;
  return headers;
}
