import { createHash } from 'node:crypto';
import { encodeRfc3986, parseQuery, type QueryPair } from '../parsing/query';

/** What a signature covers of a request. Texts hold one byte per character (latin1), as they came in. */
export interface SignedParts {
  method: string;
  path: string;
  /** Undecoded, as in the request target. */
  rawQuery: string;
  headers: ReadonlyMap<string, string>;
  /** Names in the order listed by the client. */
  signedHeaders: readonly string[];
  body: Uint8Array;
}

/**
 * The text whose hash is signed: method, path, canonical query, canonical headers, names, body hash.
 * The header names are followed as listed, since an official demo lists them unsorted.
 * Source: https://www.volcengine.com/docs/6369/67269 and https://www.volcengine.com/docs/6348/69859
 */
export function canonicalRequest(parts: SignedParts): string {
  return [
    parts.method,
    parts.path,
    canonicalQuery(parts.rawQuery),
    canonicalHeaders(parts),
    parts.signedHeaders.join(';'),
    sha256Hex(parts.body),
  ].join('\n');
}

/** The query decoded, sorted by name and then value, and encoded again by RFC 3986. */
export function canonicalQuery(rawQuery: string): string {
  return [...(parseQuery(rawQuery) ?? [])]
    .sort(byNameThenValue)
    .map(([name, value]) => `${encodeRfc3986(name)}=${encodeRfc3986(value)}`)
    .join('&');
}

/** The lower-case hex SHA-256 of bytes, or of a text of one byte per character. */
export function sha256Hex(content: Uint8Array | string): string {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  return createHash('sha256').update(bytes).digest('hex');
}

function canonicalHeaders(parts: SignedParts): string {
  return parts.signedHeaders
    .map((name) => `${name.toLowerCase()}:${parts.headers.get(name.toLowerCase()) ?? ''}\n`)
    .join('');
}

// Names by their bytes before encoding, as the documentation words it; the values of one name by their encoded
// form, as the official Node SDK sorts them.
function byNameThenValue(left: QueryPair, right: QueryPair): number {
  return compare(left[0], right[0]) || compare(encodeRfc3986(left[1]), encodeRfc3986(right[1]));
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
