/** What is found where JSON breaks: a word as a whole, so that `True` and `undefined` are told as they are. */
const found = /[\p{L}\p{N}_$]{1,20}|./suy;

/** Characters that cannot be seen, or not told apart, when they are quoted. */
const unseen = /^[\s\p{C}]/u;

/** A text that is no JSON: where it stops being any, what is there, and what should be. */
export class JsonError extends SyntaxError {
  /**
   * @param position of the character at fault, counted from 0 in UTF-16 units, as JSON.parse counts
   * @param expected in words, such as `a value`
   */
  constructor(
    text: string,
    readonly position: number,
    expected: string,
  ) {
    super(`${describe(text, position)} where ${expected} should be`);
  }
}

function describe(text: string, position: number): string {
  if (position >= text.length) return `it ends at position ${text.length}`;
  found.lastIndex = position;
  const [piece] = found.exec(text) as RegExpExecArray;
  const code = piece.codePointAt(0) as number;
  const shown = unseen.test(piece)
    ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
    : `"${piece.toWellFormed()}"`;
  return `at position ${position} there is ${shown}`;
}
