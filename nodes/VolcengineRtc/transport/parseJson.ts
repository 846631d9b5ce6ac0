/** A JSON string, which is left alone, or a whole number. */
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Integers of 16 digits and more may be larger than a number can hold exactly. */
const longInteger = /^-?\d{16,}$/;

/** Most texts have none, and need not be looked through value by value. */
const mayHaveLongInteger = /\d{16}/;

/**
 * Parses JSON without loss: integers of 16 digits and more come as text of digits.
 *
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  if (!mayHaveLongInteger.test(text)) return JSON.parse(text);
  return JSON.parse(
    text.replace(stringOrNumber, (match) => (longInteger.test(match) ? `"${match}"` : match)),
  );
}
