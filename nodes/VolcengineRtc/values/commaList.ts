const separators = [',', '，'];

/**
 * Takes a text apart at its commas, those of Chinese among them. As in CSV, what is in double quotes stays together and
 * loses them, and two of them stand for one; quotes elsewhere are part of the text.
 */
export function splitAtCommas(text: string): string[] {
  if (!text.includes('"')) return text.split(text.includes('，') ? /[,，]/ : ',');
  const parts: string[] = [];
  for (let at = 0; at <= text.length;) {
    const { part, end } = readQuoted(text, at) ?? readPlain(text, at);
    parts.push(part);
    at = end + 1;
  }
  return parts;
}

/** A part in quotes, which nothing but white space may stand around; undefined where it is not one. */
function readQuoted(text: string, start: number): { part: string; end: number } | undefined {
  const first = skipSpace(text, start);
  if (text[first] !== '"') return undefined;
  const last = closingQuote(text, first + 1);
  const end = skipSpace(text, last + 1);
  if (last === text.length || (end < text.length && !isSeparator(text, end))) return undefined;
  return { part: text.slice(first + 1, last).replaceAll('""', '"'), end };
}

/** The end of the text where there is no closing quote. */
function closingQuote(text: string, start: number): number {
  let at = start;
  while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) at += text[at] === '"' ? 2 : 1;
  return at;
}

function readPlain(text: string, start: number): { part: string; end: number } {
  let end = start;
  while (end < text.length && !isSeparator(text, end)) end += 1;
  return { part: text.slice(start, end), end };
}

function isSeparator(text: string, at: number): boolean {
  return separators.includes(text[at] as string);
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return at;
}
