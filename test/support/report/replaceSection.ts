/**
 * Replaces what stands between a section's two markers, `<!-- begin: name -->` and `<!-- end: name -->`.
 *
 * @throws Error when the text has no such section
 */
export function replaceSection(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- begin: ${name} -->`, `<!-- end: ${name} -->`];
  const from = text.indexOf(begin) + begin.length;
  const to = text.indexOf(end);
  if (to < from || !text.includes(begin)) throw new Error(`There is no section between ${begin} and ${end}`);
  return `${text.slice(0, from)}\n\n${content.trim()}\n\n${text.slice(to)}`;
}
