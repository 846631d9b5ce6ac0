import { isInvisible } from '../operations/columns/invisible';

/** Longer names are none of a column's, whatever is ignored in them: an item may have hundreds of thousands. */
const longestName = 64;

/** The most characters of a column's name that count. */
const longestPlainName = 32;

const counts = 1;
const isIgnored = 2;

/** What each UTF-16 unit is in a name; 0 for those that have not come up yet. */
const kinds = new Uint8Array(0x1_0000);

/**
 * A name without what its spellings differ in: `user_id`, `User ID` and `userId` are one.
 *
 * @returns undefined for a name that is too long to be a column's
 */
export function plainName(name: string): string | undefined {
  if (name.length > longestName) return undefined;
  let plain = '';
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    if ((kinds[code] || kindOf(code)) === isIgnored) continue;
    if (plain.length === longestPlainName) return undefined;
    plain += name[at];
  }
  return plain.toLowerCase();
}

function kindOf(code: number): number {
  const character = String.fromCharCode(code);
  const kind = character === '_' || character === '-' || isInvisible(character) ? isIgnored : counts;
  kinds[code] = kind;
  return kind;
}
