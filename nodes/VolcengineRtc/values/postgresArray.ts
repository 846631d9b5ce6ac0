/** An element of an array, and the place of the comma or brace behind it. */
interface Element {
  text: string;
  isQuoted: boolean;
  end: number;
}

/**
 * Reads an array as Postgres writes it: `{a,"b, c"}`, with backslashes before what would end an element. NULL counts
 * for nothing.
 *
 * @returns undefined for text that is none: broken, nested, or a JSON object
 * @see https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
 */
export function readPostgresArray(text: string): string[] | undefined {
  const elements: string[] = [];
  for (let at = 0; text[at] !== '}';) {
    const element = readElement(text, skipSpace(text, at + 1));
    if (element === undefined) return undefined;
    const isNull = !element.isQuoted && /^null$/i.test(element.text);
    if (!isNull) elements.push(element.text);
    at = element.end;
    if (text[at] === '}' && at !== text.length - 1) return undefined;
  }
  return elements;
}

function readElement(text: string, start: number): Element | undefined {
  const isQuoted = text[start] === '"';
  const element = isQuoted ? readQuoted(text, start + 1) : readBare(text, start);
  return element !== undefined && /[,}]/.test(text[element.end] ?? '') ? { ...element, isQuoted } : undefined;
}

function readQuoted(text: string, start: number): Omit<Element, 'isQuoted'> | undefined {
  const end = placeOf('"', text, start);
  return end === undefined
    ? undefined
    : { text: unescape(text.slice(start, end)), end: skipSpace(text, end + 1) };
}

function readBare(text: string, start: number): Omit<Element, 'isQuoted'> | undefined {
  const end = placeOf('"{,}', text, start);
  return end === undefined ? undefined : { text: unescape(text.slice(start, end).trim()), end };
}

/** The first place of one of these characters that no backslash stands before. */
function placeOf(characters: string, text: string, start: number): number | undefined {
  for (let at = start; at < text.length; at += text[at] === '\\' ? 2 : 1) {
    if (characters.includes(text[at] as string)) return at;
  }
  return undefined;
}

function unescape(text: string): string {
  return text.includes('\\') ? text.replace(/\\(.)/gsu, '$1') : text;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return at;
}
