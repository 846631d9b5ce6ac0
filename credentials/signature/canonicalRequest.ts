import { hash } from 'node:crypto';
import { percentEncode } from './percentEncode';

/** A name and a value of the query, neither of them encoded. */
export type QueryParameter = readonly [name: string, value: string];

/** The parts of a request that its signature covers. */
export interface SignableRequest {
  method: string;
  /** Percent-encoded absolute path, `/` at least. */
  path: string;
  /** In canonical form, as it is sent. */
  query: string;
  /** Headers to sign: lower-case name to value. */
  headers: Readonly<Record<string, string>>;
  /** Lower-case hex SHA-256 of the body's bytes. */
  payloadHash: string;
}

/** Lower-case hex SHA-256 of a text (as UTF-8) or of bytes. */
export function sha256Hex(content: string | Uint8Array): string {
  return hash('sha256', content);
}

/**
 * Query in canonical form: sorted by the bytes of the name, then by encoded value, RFC 3986 encoded.
 *
 * Names are compared before they are encoded, as Volcengine's SDKs do. The same order is sent on the wire,
 * so a verifier that keeps the order of repeated names and one that sorts them read the same text.
 */
export function canonicalQuery(query: readonly QueryParameter[]): string {
  return query
    .map(([name, value]) => ({ name, bytes: bytesOf(name), value: percentEncode(value) }))
    .sort((a, b) => compare(a.bytes, b.bytes) || compare(a.value, b.value))
    .map(({ name, value }) => `${percentEncode(name)}=${value}`)
    .join('&');
}

/** One `name:value` line per header, in the order of the names, each closed by a line feed. */
export function canonicalHeaders(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .sort(([a], [b]) => compare(a, b))
    .map(([name, value]) => `${name}:${value.trim()}\n`)
    .join('');
}

/** The names of the signed headers, sorted and joined by `;`. */
export function signedHeaderNames(headers: Readonly<Record<string, string>>): string {
  return Object.keys(headers).sort().join(';');
}

/**
 * The canonical request: what both sides hash to compare a request.
 *
 * @see https://www.volcengine.com/docs/6369/67269
 */
export function canonicalRequest(request: SignableRequest): string {
  return [
    request.method.toUpperCase(),
    request.path,
    request.query,
    canonicalHeaders(request.headers),
    signedHeaderNames(request.headers),
    request.payloadHash,
  ].join('\n');
}

/**
 * A text's UTF-8 bytes, one character each. JavaScript compares UTF-16 units, which puts characters beyond U+FFFF
 * before those from U+E000 on; their bytes have them after.
 */
function bytesOf(text: string): string {
  return /[^ -~]/.test(text) ? Buffer.from(text).toString('latin1') : text;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
