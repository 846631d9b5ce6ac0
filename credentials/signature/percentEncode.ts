const reservedByRfc3986 = /[!'()*]/g;

/**
 * Percent-encodes text as RFC 3986 section 2.3 asks: everything but letters, digits, `-`, `_`, `.` and `~`.
 *
 * `encodeURIComponent` leaves `!'()*` alone, which RFC 3986 reserves. Lone surrogates, which have no
 * UTF-8 form, become U+FFFD as they do wherever the text is turned into bytes.
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    reservedByRfc3986,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
