import type { Expectation } from '../expectation';
import type { Play } from '../play';
import type { UserTold } from '../Recorder';
import { oncePerPlay } from './oncePerPlay';

/** A request of a row with the one before it, and all that came before that. */
export interface Pair {
  before: UserTold;
  after: UserTold;
  earlier: UserTold[];
  one: Expectation;
}

/** The rows that are sent, but for messages that nobody can tell apart. */
export const sentRows = oncePerPlay(({ expected }: Play): Expectation[] =>
  expected.filter(({ role, isAlike }) => role === 'first' && !isAlike),
);

/** What was told about each row, from its first request to its last. */
export function historiesOf(play: Play): UserTold[][] {
  return sentRows(play).map((one) => play.recorder.historyOf(one));
}

/** Each request of a row with the one before it. */
export const pairsOf = oncePerPlay((play: Play): Pair[] =>
  sentRows(play).flatMap((one) => {
    const history = play.recorder.historyOf(one);
    return history.slice(1).map((after, at) => ({
      before: history[at] as UserTold,
      after,
      earlier: history.slice(0, at),
      one,
    }));
  }),
);

/** Place of the first item of each row. */
const firstPlaces = oncePerPlay(({ expected }: Play) => {
  const firsts = [...expected.entries()].filter(([, { role }]) => role === 'first').reverse();
  return new Map(firsts.map(([place, { group, userId }]) => [`${group}/${userId}`, place]));
});

/** Place of the first item of a row; -1 for one of no item. */
export function placeOfRow(play: Play, group: string, userId: string): number {
  return firstPlaces(play).get(`${group}/${userId}`) ?? -1;
}
