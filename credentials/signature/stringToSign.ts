import { sha256Hex } from './canonicalRequest';

/** Name of the signature scheme, first in the string to sign and in the Authorization header. */
export const algorithm = 'HMAC-SHA256';

/** Last part of every credential scope. */
export const scopeTerminator = 'request';

/** What a signature is valid for. */
export interface CredentialScope {
  /** Such as `cn-north-1`. */
  region: string;
  /** Such as `rtc` or `sts`. */
  service: string;
}

/** A point in time as `X-Date` wants it: UTC, `YYYYMMDDTHHMMSSZ`. */
export function formatXDate(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** The credential scope, `YYYYMMDD/<region>/<service>/request`. */
export function credentialScope(xDate: string, { region, service }: CredentialScope): string {
  return [xDate.slice(0, 8), region, service, scopeTerminator].join('/');
}

/** The string to sign, made of the canonical request's hash and what it is valid for. */
export function stringToSign(xDate: string, scope: CredentialScope, canonicalRequest: string): string {
  return [algorithm, xDate, credentialScope(xDate, scope), sha256Hex(canonicalRequest)].join('\n');
}
