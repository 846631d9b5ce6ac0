import { cpuMsOf } from './cpuMsOf';

const rounds = 7;
const attempts = 3;

/** What grows with the square of the length comes to four; the rest leaves room for the garbage collector. */
export const linear = 3;

/**
 * How many times as long work takes on input of twice the length, each the best of several rounds.
 *
 * It is processor time, which other programs on the machine do not lengthen. A ratio above `linear` is measured again,
 * as the collector may come upon the longer input alone.
 *
 * @param make input of a length; made anew each time, as engines remember what they have found out about a text
 * @param length so long that the work takes some milliseconds
 */
export function growth<Input>(
  length: number,
  make: (length: number) => Input,
  work: (input: Input) => void,
): number {
  let ratio = Infinity;
  for (let attempt = 0; attempt < attempts && ratio >= linear; attempt += 1) {
    let [once, twice] = [Infinity, Infinity];
    for (let round = 0; round < rounds; round += 1) {
      once = Math.min(once, cpuMsOf(work, make(length)));
      twice = Math.min(twice, cpuMsOf(work, make(2 * length)));
    }
    // Below a millisecond other things count for more than the work.
    ratio = Math.min(ratio, twice / Math.max(once, 1));
  }
  return ratio;
}
