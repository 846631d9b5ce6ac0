import type { Operation } from '../../operations/operation';
import { consequenceOf, type Meaning } from '../../transport/meanings';

/** What messages are about: what an item is, and whether it can be sent twice. */
export interface Subject {
  one: Operation['words']['one'];
  effect: Operation['effect'];
}

/** What the messages of an operation are about. */
export function subjectOf({ words: { one }, effect }: Operation): Subject {
  return { one, effect };
}

/** What messages are about where nothing else is said. */
export const users: Subject = { one: 'user', effect: 'repeatable' };

/** The words of a message that depend on its subject. */
export interface Terms {
  /** What to do with the item; words go on before and after it. */
  again: string;
  /** The same for all items of a request. */
  allAgain: string;
  /** A sentence where the service may have done its work although it did not say so; empty where that is no matter. */
  doubt: string;
}

/** The words for an error of such a meaning. */
export function termsOf({ one, effect }: Subject, meaning: Meaning): Terms {
  const again = { again: `run this ${one} again`, allAgain: `run these ${one}s again`, doubt: '' };
  if (effect === 'reads' || !consequenceOf(meaning).mayBeDone) return again;
  if (effect === 'repeatable') return { ...again, doubt: `The ${one} may have been processed.` };
  const check = 'check whether it arrived before you run it again';
  return { again: check, allAgain: check, doubt: `The ${one} may have gone out, so it was not sent again.` };
}
