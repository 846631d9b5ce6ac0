const longest = 100;

/** What a message repeats of a text that may have any length. */
export function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
