import { alreadySoLabels } from '../../operations/alreadySoLabels';
import type { Operation } from '../../operations/operation';
import { consequenceOf, type Meaning } from '../../transport/meanings';

/** What messages are about: what an item is, and whether it can be sent twice. */
export interface Subject {
  one: Operation['words']['one'];
  effect: Operation['effect'];
  /** What says that a user is as wanted already, and the label of the option for such users. */
  alreadySo?: { meaning: Meaning; label: string };
}

/** What the messages of an operation are about. */
export function subjectOf({ words: { one }, effect, alreadySo }: Operation): Subject {
  if (alreadySo?.option === undefined) return { one, effect };
  return { one, effect, alreadySo: { meaning: alreadySo.meaning, label: alreadySo.option.displayName } };
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
  /** What to do where it is no failure that a user is as wanted already; left out where there is no option for it. */
  ifFine?: string;
}

/** The words for an error of such a meaning. */
export function termsOf({ one, effect, alreadySo }: Subject, meaning: Meaning): Terms {
  const again = { again: `run this ${one} again`, allAgain: `run these ${one}s again`, doubt: '' };
  if (alreadySo?.meaning === meaning) {
    return { ...again, ifFine: `If that is fine, set '${alreadySo.label}' to '${alreadySoLabels.succeed}'.` };
  }
  if (effect === 'reads' || !consequenceOf(meaning).mayBeDone) return again;
  if (effect === 'repeatable') return { ...again, doubt: `The ${one} may have been processed.` };
  const check = 'check whether it arrived before you run it again';
  return { again: check, allAgain: check, doubt: `The ${one} may have gone out, so it was not sent again.` };
}
