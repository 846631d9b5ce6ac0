const zero = 0x30;
const nine = 0x39;

/**
 * Where the number that begins at a place ends; the place itself where there is none.
 *
 * Without a regular expression: on nine million digits its repetition overflows V8's stack.
 */
export function endOfJsonNumber(text: string, start: number): number {
  const first = text[start] === '-' ? start + 1 : start;
  const integerEnd = text[first] === '0' ? first + 1 : endOfDigits(text, first);
  if (integerEnd === first) return start;
  const fractionEnd = text[integerEnd] === '.' ? endOfPart(text, integerEnd, integerEnd + 1) : integerEnd;
  const letter = text[fractionEnd];
  if (letter !== 'e' && letter !== 'E') return fractionEnd;
  const sign = text[fractionEnd + 1];
  return endOfPart(text, fractionEnd, sign === '+' || sign === '-' ? fractionEnd + 2 : fractionEnd + 1);
}

/** A part of a number needs digits; without any, the number ends before it. */
function endOfPart(text: string, start: number, digits: number): number {
  const end = endOfDigits(text, digits);
  return end === digits ? start : end;
}

function endOfDigits(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

function isDigit(code: number): boolean {
  return code >= zero && code <= nine;
}
