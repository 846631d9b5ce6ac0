import { timesAsLong } from './timesAsLong';

/** What grows with the square of the length comes to four; the rest leaves room for the garbage collector. */
export const linear = 3;

/**
 * How many times as long work takes on input of twice the length.
 *
 * @param length so long that the work takes some milliseconds
 */
export function growth<Input>(
  length: number,
  make: (length: number) => Input,
  work: (input: Input) => void,
): number {
  return timesAsLong({ make: () => make(2 * length), work }, { make: () => make(length), work }, linear);
}
