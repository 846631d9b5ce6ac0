import { gatewayRefusal } from '../rendering/gatewayErrors';
import type { Refusal } from '../rendering/refusal';

/** Date, region and service a signature is good for: `YYYYMMDD/<region>/<service>/request`. */
export interface CredentialScope {
  day: string;
  region: string;
  service: string;
}

/** The parts of an Authorization header. */
export interface Authorization {
  accessKeyId: string;
  scope: CredentialScope;
  /** Names as listed, in the order listed. */
  signedHeaders: string[];
  signature: string;
}

/** The only algorithm there is. */
export const algorithm = 'HMAC-SHA256';

/**
 * Takes an Authorization header apart:
 * `HMAC-SHA256 Credential=<AK>/<scope>, SignedHeaders=<list>, Signature=<hex>`.
 * Source: https://www.volcengine.com/docs/6369/67269
 */
export function parseAuthorization(header: string | undefined): Authorization | Refusal {
  if (header === undefined || header === '') return gatewayRefusal('MissingAuthenticationToken');
  const [scheme, ...rest] = header.split(' ');
  if (scheme !== algorithm)
    return gatewayRefusal('InvalidAuthorization', `The algorithm must be ${algorithm}.`);
  const parts = namedParts(rest.join(' '));
  const credential = parts.get('Credential');
  const signedHeaders = parts.get('SignedHeaders');
  const signature = parts.get('Signature');
  if (!credential || !signedHeaders) return gatewayRefusal('InvalidAuthorization');
  if (!signature) return gatewayRefusal('MissingSignature');
  const [accessKeyId, day, region, service, terminator, ...more] = credential.split('/');
  if (!accessKeyId || !day || !region || !service || terminator !== 'request' || more.length > 0) {
    return gatewayRefusal('InvalidCredential');
  }
  return { accessKeyId, scope: { day, region, service }, signedHeaders: signedHeaders.split(';'), signature };
}

function namedParts(text: string): Map<string, string> {
  return new Map(
    text.split(',').map((part) => {
      const equals = part.indexOf('=');
      return [part.slice(0, Math.max(equals, 0)).trim(), part.slice(equals + 1).trim()];
    }),
  );
}
