import { cpuMsOf } from './cpuMsOf';

const leastRounds = 3;
const mostRounds = 21;

/** Work on input that is made anew each time, as engines remember what they have found out about a text. */
export interface Work<Input> {
  make(): Input;
  work(input: Input): void;
}

/**
 * How many times as long one work takes as another, each the best of several rounds.
 *
 * It is processor time, which other programs on the machine do not lengthen. While the ratio is not below a bound there
 * are further rounds, as the garbage collector may come upon one of the two alone.
 */
export function timesAsLong<Long, Short>(long: Work<Long>, short: Work<Short>, bound: number): number {
  let [longMs, shortMs] = [Infinity, Infinity];
  const ratio = () => longMs / shortMs;
  for (let round = 0; round < leastRounds || (round < mostRounds && !(ratio() < bound)); round += 1) {
    // Below a millisecond other things count for more than the work.
    shortMs = Math.min(shortMs, Math.max(1, cpuMsOf(short.work, short.make())));
    longMs = Math.min(longMs, cpuMsOf(long.work, long.make()));
  }
  return ratio();
}
