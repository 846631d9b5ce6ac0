const fullWidth = /[０-９]/g;

/** From full-width digits, as Chinese and Japanese keyboards write them, to those of ASCII. */
const distance = 0xfee0;

/** A text with its full-width digits as plain ones. */
export function withPlainDigits(text: string): string {
  return text.replace(fullWidth, (digit) => String.fromCharCode(digit.charCodeAt(0) - distance));
}
