import { canonicalPath } from '../signature/canonicalPath';
import { canonicalQuery } from '../signature/canonicalRequest';
import { parseAddress } from './address';
import { assertMaySign } from './assertMaySign';
import { CannotSignError } from './CannotSignError';
import { arrayFormatOf, parseQuery, toParameters } from './parameters';
import type { SignableOptions } from './signableOptions';

/** Where a request goes. */
export interface Target {
  /** Scheme, host and, where it is not the scheme's own, port. */
  origin: string;
  /** As in the Host header. */
  host: string;
  hostname: string;
  /** Percent-encoded absolute path. */
  path: string;
  /** The query of the URL and `qs`, together, in canonical form. */
  query: string;
}

/**
 * Where a request goes: its URL, resolved against its base URL or else against the credential's endpoint.
 *
 * The endpoint is looked at even where the request names another host, so that the credential's test finds what is wrong
 * with it.
 *
 * @throws CannotSignError for an address that is no http(s) URL or not one that the credential signs for, that carries
 * a user name or password, and for a base URL or endpoint with a query
 */
export function targetOf(options: SignableOptions, endpoint: string): Target {
  assertNoQuery(endpoint);
  const own = parseAddress(endpoint);
  const url = parseAddress(absoluteUrl(options, endpoint));
  assertMaySign(url, own);
  return {
    origin: url.origin,
    host: url.host,
    hostname: url.hostname,
    path: canonicalPath(url.pathname),
    query: canonicalQuery([...parseQuery(url.search), ...toParameters(options.qs, arrayFormatOf(options))]),
  };
}

/** n8n's legacy helper also takes a URL as an object, and prefers `url` where both are there. */
function absoluteUrl({ url, uri, baseURL }: SignableOptions, endpoint: string): string {
  const address = String(url ?? uri ?? '').trim();
  // With a scheme it is absolute, whatever follows: a URL parser takes `https:/host` for that host.
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  const base = baseURL?.trim() || endpoint;
  assertNoQuery(base);
  return address === '' ? base : `${withoutSlashesAtItsEnd(base)}/${address.replace(/^\/+/, '')}`;
}

/** Not by a regular expression, which would look at each slash of a long row of them again and again. */
function withoutSlashesAtItsEnd(text: string): string {
  let end = text.length;
  while (text[end - 1] === '/') end -= 1;
  return text.slice(0, end);
}

function assertNoQuery(base: string): void {
  if (!/[?#]/.test(base)) return;
  throw new CannotSignError(
    "The address of the API has a query (?) or a fragment (#) in it. Remove it from the credential's Endpoint.",
  );
}
