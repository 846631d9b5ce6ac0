import type { Play } from '../play';

/** What holds for every play; throws where it does not. */
export type Law = (play: Play) => void;

/** @throws an error that tells what was found, where a law is broken */
export function demand(isKept: boolean, found: () => string): asserts isKept {
  if (!isKept) throw new Error(found());
}
