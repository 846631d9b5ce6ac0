/** A JSON string, or an integer of 16 digits and more that is not part of a longer number. */
const stringOrLongInteger = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

/**
 * Parses JSON without loss: integers that a number may not hold come as text of digits.
 *
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  return JSON.parse(
    text.replace(stringOrLongInteger, (match) => (match.startsWith('"') ? match : `"${match}"`)),
  );
}
