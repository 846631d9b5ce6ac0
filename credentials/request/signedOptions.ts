import type { IDataObject } from 'n8n-workflow';
import { type AccessKey, signRequest } from '../signature/signRequest';
import type { CredentialScope } from '../signature/stringToSign';
import { contentTypeOf } from './contentType';
import { requestBody } from './requestBody';
import type { SignableOptions } from './signableOptions';
import { targetOf } from './target';

/** Headers that the signature sets, and those that only the sender knows. */
const ownHeaders = new Set([
  'authorization',
  'content-length',
  'content-type',
  'host',
  'x-content-sha256',
  'x-date',
  'x-security-token',
]);

/**
 * A signature holds for one host, and a redirect would take the session token to another. The first is for n8n's helper
 * `httpRequest`, the others for its legacy one.
 */
const withoutRedirects = {
  disableFollowRedirect: true,
  followRedirect: false,
  followAllRedirects: false,
  maxRedirects: 0,
};

/**
 * Request options that make n8n send exactly what is signed: the query in the URL, already in canonical form, and the
 * body as bytes. What would be sent in place of the signature (`auth`) is dropped.
 *
 * The headers are a new object each time, and the list of those that are signed does not depend on the caller's: n8n
 * adds headers for tracing to the object that it is given.
 *
 * @param endpoint base URL for an address without a host
 * @throws CannotSignError
 */
export function signedOptions(
  { uri, qs, form, baseURL, ...options }: SignableOptions,
  key: AccessKey,
  endpoint: string,
  scopeOf: (hostname: string) => CredentialScope,
  date: Date,
): SignableOptions {
  const given = Object.assign({ uri, qs, form, baseURL }, options);
  const givenHeaders = options.headers ?? {};
  const { origin, host, hostname, path, query } = targetOf(given, endpoint);
  const body = requestBody(given, contentTypeOf(givenHeaders));
  const method = (options.method ?? 'GET').toUpperCase();
  const headers = signRequest(
    { method, host, path, query, body: body?.bytes, contentType: body?.contentType },
    key,
    scopeOf(hostname),
    date,
  );
  const url = origin + path + (query === '' ? '' : `?${query}`);
  // Spread in one literal, these would take ten times as long.
  return Object.assign(options, uri !== undefined && { uri: url }, withoutRedirects, {
    auth: undefined,
    url,
    method: sentMethod(options.method, body !== undefined),
    headers: Object.assign(withoutOwnHeaders(givenHeaders), headers),
    body: body?.bytes,
  });
}

/** n8n's helper `httpRequest` drops the body of a request that says GET; one that says nothing is a GET as well. */
function sentMethod(method: SignableOptions['method'], hasBody: boolean): SignableOptions['method'] {
  return hasBody && method?.toUpperCase() === 'GET' ? undefined : method;
}

/** n8n ignores white space around a header's name and its case. */
function withoutOwnHeaders(headers: IDataObject): IDataObject {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !ownHeaders.has(name.trim().toLowerCase())),
  );
}
