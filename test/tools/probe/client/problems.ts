import type { Exchange } from './Client';
import { refusalWords } from './verdict';

/** A question that found no answer, since a reply says nothing or its users could not be registered. */
export class Unclear extends Error {
  constructor({ number, ...reply }: Exchange) {
    super(`request ${number}: ${refusalWords(reply)}`);
  }
}

/** The end of all questions. */
export class BrokenOff extends Error {}
