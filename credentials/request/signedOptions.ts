import { type AccessKey, signRequest } from '../signature/signRequest';
import type { CredentialScope } from '../signature/stringToSign';
import { callerHeaders } from './callerHeaders';
import { requestBody } from './requestBody';
import type { SignableOptions } from './signableOptions';
import { targetOf } from './target';

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
  const { others, contentType } = callerHeaders(options.headers ?? {});
  const { origin, host, hostname, path, query } = targetOf(given, endpoint);
  const body = requestBody(given, contentType);
  const { method = 'GET' } = options;
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
    headers: Object.assign(others, headers),
    body: body?.bytes,
  });
}

/** n8n's helper `httpRequest` drops the body of a request that says GET; one that says nothing is a GET as well. */
function sentMethod(method: SignableOptions['method'], hasBody: boolean): SignableOptions['method'] {
  return hasBody && method?.toUpperCase() === 'GET' ? undefined : method;
}
