/** Larger texts are refused unread: to take them apart would hold up n8n's event loop. */
export const maxTextBytes = 65_536;

/** The most tags of a user, and the most members of an extension. */
export const maxMembers = 1000;

const mostBytesOfUnit = 3;

/** Whether a text is larger than 64 KiB in UTF-8. */
export function isTooLarge(text: string): boolean {
  if (text.length > maxTextBytes) return true;
  return text.length * mostBytesOfUnit > maxTextBytes && Buffer.byteLength(text) > maxTextBytes;
}

/** What to say of a text that is too large. */
export function tooLarge(characters: number): { problem: string } {
  return { problem: `it has ${characters} characters, and 64 KiB are allowed: shorten it` };
}
