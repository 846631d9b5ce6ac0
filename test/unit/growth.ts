const rounds = 5;
const attempts = 3;

/** What grows with the square of the length comes to four; the rest leaves room for a busy machine. */
export const linear = 3;

/**
 * How many times as long work takes on input of twice the length, each the best of several rounds.
 *
 * A ratio above `linear` is measured again: a machine that is busy may slow the longer input alone, three times in a
 * row it hardly does.
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
      once = Math.min(once, timeOf(make(length), work));
      twice = Math.min(twice, timeOf(make(2 * length), work));
    }
    // Below a millisecond the clock and the collector count for more than the work.
    ratio = Math.min(ratio, twice / Math.max(once, 1));
  }
  return ratio;
}

function timeOf<Input>(input: Input, work: (input: Input) => void): number {
  const startedAt = performance.now();
  work(input);
  return performance.now() - startedAt;
}
