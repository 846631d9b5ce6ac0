import { percentEncode } from './percentEncode';

/**
 * The path of a URL in the form that is signed and sent: RFC 3986, with every character but letters, digits, `-`, `_`,
 * `.`, `~` and `/` percent-encoded.
 *
 * Escapes keep their bytes, even where these are no UTF-8. A `%` that begins no escape stands for itself.
 */
export function canonicalPath(path: string): string {
  return path.replace(/%[0-9A-Fa-f]{2}|[^\w.~/-]/gu, (part) =>
    part.length === 3 ? canonicalEscape(part) : percentEncode(part),
  );
}

function canonicalEscape(escape: string): string {
  const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
  return /[\w.~-]/.test(character) ? character : escape.toUpperCase();
}
