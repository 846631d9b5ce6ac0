import { CannotSignError } from './CannotSignError';
import { percentEncode } from '../signature/percentEncode';
import { canonicalQuery } from '../signature/canonicalRequest';
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
 * @throws CannotSignError for an address that is no http(s) URL, that carries a user name or password, or for a base
 * URL with a query
 */
export function targetOf(options: SignableOptions, endpoint: string): Target {
  const url = parseUrl(absoluteUrl(options.url ?? options.uri ?? '', options.baseURL || endpoint));
  return {
    origin: url.origin,
    host: url.host,
    hostname: url.hostname,
    path: url.pathname.split('/').map(encodeSegment).join('/'),
    query: canonicalQuery([
      ...parseQuery(url.search),
      ...toParameters(options.qs ?? {}, arrayFormatOf(options)),
    ]),
  };
}

function absoluteUrl(url: string, base: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(url)) return url;
  if (/[?#]/.test(base)) {
    throw new CannotSignError(
      "The address of the API has a query (?) or a fragment (#) in it. Remove it from the credential's Endpoint.",
    );
  }
  return url === '' ? base : `${base.replace(/\/+$/, '')}/${url.replace(/^\/+/, '')}`;
}

function parseUrl(text: string): URL {
  const url = urlOf(text);
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new CannotSignError(
      `"${withoutUserInfo(text)}" is not a web address. Check the credential's Endpoint; it looks like https://rtc.volcengineapi.com.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new CannotSignError(
      "The address has a user name or password in it, which takes the place of the signature. Remove it from the credential's Endpoint or the URL.",
    );
  }
  return url;
}

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** Paths are signed in RFC 3986 form, and sent in the same. */
function encodeSegment(segment: string): string {
  try {
    return percentEncode(decodeURIComponent(segment));
  } catch {
    return percentEncode(segment);
  }
}

function withoutUserInfo(text: string): string {
  return text.replace(/\/\/[^/@]*@/, '//');
}
