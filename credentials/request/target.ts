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
  const { url, uri, baseURL, qs } = options;
  const from: unknown[] = [url, uri, baseURL, endpoint];
  // Whatever is an object may have been changed since it was read.
  const canBeKept = qs === undefined && from.every((part) => typeof part !== 'object');
  if (canBeKept && last?.from.every((part, at) => part === from[at])) return last.target;
  const target = readTarget(options, endpoint);
  if (canBeKept) last = { from, target };
  return target;
}

/** What was read last, and from what: a list sends all its requests to one address (`npm run bench signing`). */
let last: { from: readonly unknown[]; target: Target } | undefined;

function readTarget(options: SignableOptions, endpoint: string): Target {
  const url = urlOf(options, endpoint);
  return {
    origin: url.origin,
    host: url.host,
    hostname: url.hostname,
    path: canonicalPath(url.pathname),
    query: canonicalQuery([...parseQuery(url.search), ...toParameters(options.qs, arrayFormatOf(options))]),
  };
}

/** n8n's legacy helper also takes a URL as an object, and prefers `url` where both are there. */
function urlOf({ url, uri, baseURL }: SignableOptions, endpoint: string): URL {
  const address = String(url ?? uri ?? '').trim();
  const base = baseURL?.trim() || endpoint;
  // With a scheme it is absolute, whatever follows.
  const isAbsolute = /^[a-z][a-z0-9+.-]*:/i.test(address);
  assertNoQuery(endpoint);
  const target = isAbsolute ? parseAddress(address) : parseAddress(joined(base, address), base);
  assertMaySign(target, parseAddress(endpoint));
  return target;
}

function joined(base: string, address: string): string {
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
    'The address of the API has a query (?) or a fragment (#) in it.',
    "Remove it from the credential's Endpoint.",
  );
}
