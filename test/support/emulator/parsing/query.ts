/** A name and a value of the query, decoded; each character stands for one byte (latin1). */
export type QueryPair = readonly [name: string, value: string];

/**
 * Reads a raw query as form servers do: a raw `+` is a space, so a client that means a plus must send `%2B`.
 * @returns the pairs in the order sent, or undefined when a percent sign does not start an escape.
 */
export function parseQuery(rawQuery: string): QueryPair[] | undefined {
  if (/%(?![0-9A-Fa-f]{2})/.test(rawQuery)) return undefined;
  return rawQuery
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      return equals < 0
        ? [decode(part), '']
        : [decode(part.slice(0, equals)), decode(part.slice(equals + 1))];
    });
}

/** Percent-encodes every byte that RFC 3986 does not call unreserved, with hex digits in capitals. */
export function encodeRfc3986(bytes: string): string {
  return bytes.replace(/[^A-Za-z0-9\-._~]/g, (byte) => {
    return `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

/** The first value of a name, or undefined. */
export function valueOf(pairs: readonly QueryPair[], name: string): string | undefined {
  return pairs.find((pair) => pair[0] === name)?.[1];
}

function decode(part: string): string {
  const spaced = part.replaceAll('+', ' ');
  return spaced.replace(/%([0-9A-Fa-f]{2})/g, (_escape, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}
