import { findKeyPair, type Account } from '../account';
import { parseAuthorization, type Authorization } from '../parsing/authorization';
import type { Received } from '../parsing/received';
import { gatewayRefusal } from '../rendering/gatewayErrors';
import { isRefusal, type Refusal } from '../rendering/refusal';
import { canonicalRequest, sha256Hex } from './canonicalRequest';
import { signatureOf, signingKey, stringToSign } from './signature';
import { timestampRefusal } from './timestamp';

/** What the signature of an action's requests must be like. */
export interface SignatureRule {
  services: readonly string[];
  regions: readonly string[];
  /** Headers that must be present and signed, in lower case. */
  mustSign: readonly string[];
  /** How far the client's clock may be ahead. */
  clockAheadMs: number;
}

/** The caller of a request whose signature is right. */
export interface Caller {
  account: Account;
  region: string;
}

/** The stages see the request, its Authorization header and the account it claims. */
interface Claim {
  request: Received;
  authorization: Authorization;
  account: Account;
}

/** Verifies who sent a request, from nothing but the bytes received. */
export function verify(
  request: Received,
  rule: SignatureRule,
  accounts: readonly Account[],
  clock: Date,
): Caller | Refusal {
  const authorization = parseAuthorization(request.headers.get('authorization'));
  if (isRefusal(authorization)) return authorization;
  const { accessKeyId, scope } = authorization;
  const account = findKeyPair(accounts, accessKeyId);
  if (!account) {
    // The real gateway's wording, which echoes the key.
    const message = `The security token[${accessKeyId}] included in the request is invalid.`;
    return gatewayRefusal('InvalidAccessKey', message);
  }
  const claim: Claim = { request, authorization, account };
  return (
    timestampRefusal(request.headers.get('x-date'), clock, rule.clockAheadMs) ??
    scopeRefusal(claim, rule) ??
    signedHeadersRefusal(claim, rule) ??
    bodyHashRefusal(claim) ??
    tokenRefusal(claim) ??
    signatureRefusal(claim) ?? { account, region: scope.region }
  );
}

function scopeRefusal({ request, authorization }: Claim, rule: SignatureRule): Refusal | undefined {
  const { day, region, service } = authorization.scope;
  if (day !== request.headers.get('x-date')?.slice(0, 8)) return wrongScope('date', 'the day of X-Date');
  if (!rule.regions.includes(region)) return wrongScope('region', rule.regions.join(' or '));
  if (!rule.services.includes(service)) return wrongScope('service', rule.services.join(' or '));
  return undefined;
}

function wrongScope(part: string, expected: string): Refusal {
  return gatewayRefusal('InvalidCredential', `The ${part} of the credential scope must be ${expected}.`);
}

function signedHeadersRefusal({ request, authorization }: Claim, rule: SignatureRule): Refusal | undefined {
  const signed = authorization.signedHeaders.map((name) => name.toLowerCase());
  const missing = rule.mustSign.find((name) => !request.headers.has(name));
  if (missing) return gatewayRefusal('MissingRequestInfo', `The header ${missing} is missing.`);
  const mustSign = request.headers.has('x-security-token')
    ? [...rule.mustSign, 'x-security-token']
    : rule.mustSign;
  const unsigned = mustSign.find((name) => !signed.includes(name));
  if (unsigned) return gatewayRefusal('SignatureDoesNotMatch', `The header ${unsigned} must be signed.`);
  const absent = signed.find((name) => !request.headers.has(name));
  if (absent) return gatewayRefusal('SignatureDoesNotMatch', `The signed header ${absent} was not sent.`);
  return undefined;
}

function bodyHashRefusal({ request }: Claim): Refusal | undefined {
  const claimed = request.headers.get('x-content-sha256');
  if (claimed === undefined || claimed === sha256Hex(request.body)) return undefined;
  return gatewayRefusal('SignatureDoesNotMatch', 'X-Content-Sha256 is not the hash of the body received.');
}

function tokenRefusal({ request, account }: Claim): Refusal | undefined {
  if (request.headers.get('x-security-token') === account.sessionToken) return undefined;
  return gatewayRefusal('InvalidSecretToken');
}

function signatureRefusal({ request, authorization, account }: Claim): Refusal | undefined {
  const text = canonicalRequest({ ...request, signedHeaders: authorization.signedHeaders });
  const { scope } = authorization;
  const toSign = stringToSign(request.headers.get('x-date') ?? '', scope, text);
  const expected = signatureOf(signingKey(account.secretAccessKey, scope), toSign);
  return authorization.signature === expected ? undefined : gatewayRefusal('SignatureDoesNotMatch');
}
