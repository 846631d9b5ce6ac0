import type { IDataObject } from 'n8n-workflow';
import { type AccessKey, signRequest } from '../signature/signRequest';
import type { CredentialScope } from '../signature/stringToSign';
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
 * Request options that make n8n send exactly what is signed: the query in the URL, already in canonical form,
 * and the body as bytes. What would be sent in place of the signature (`auth`) is dropped.
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
  const { origin, host, hostname, path, query } = targetOf(given, endpoint);
  const body = requestBody(given, contentTypeOf(options.headers));
  const method = (options.method ?? 'GET').toUpperCase();
  const headers = signRequest(
    { method, host, path, query, body: body?.bytes, contentType: body?.contentType },
    key,
    scopeOf(hostname),
    date,
  );
  const url = origin + path + (query === '' ? '' : `?${query}`);
  // Spread in one literal, these would take ten times as long.
  return Object.assign(options, uri !== undefined && { uri: url }, {
    auth: undefined,
    url,
    headers: Object.assign(withoutOwnHeaders(options.headers), headers),
    body: body?.bytes,
  });
}

function contentTypeOf(headers: IDataObject | undefined): string | undefined {
  const entry = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type');
  return entry?.[1] === undefined ? undefined : String(entry[1]);
}

function withoutOwnHeaders(headers: IDataObject = {}): IDataObject {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.has(name.toLowerCase())));
}
