import { isInvisible } from '../../values/invisible';

/** Longer names are none of a column's, whatever is ignored in them: an item may have hundreds of thousands. */
const longestName = 64;

/** The most characters of a column's name that count. */
const longestPlainName = 32;

const counts = 1;
const isIgnored = 2;

/**
 * Gives a function that takes out of a name what its spellings differ in: `user_id`, `User ID` and `userId` are one. It
 * remembers what each character is. For a name that is too long to be a column's, the function gives undefined.
 */
export function plainNames(): (name: string) => string | undefined {
  /** What each UTF-16 unit is in a name; 0 for those that have not come up yet. */
  const kinds = new Uint8Array(0x1_0000);
  return (name) => {
    if (name.length > longestName) return undefined;
    let plain = '';
    for (let at = 0; at < name.length; at += 1) {
      const code = name.charCodeAt(at);
      if (kinds[code] === 0) kinds[code] = kindOf(name[at] as string);
      if (kinds[code] === isIgnored) continue;
      if (plain.length === longestPlainName) return undefined;
      plain += name[at];
    }
    return plain.toLowerCase();
  };
}

function kindOf(character: string): number {
  return character === '_' || character === '-' || isInvisible(character) ? isIgnored : counts;
}
