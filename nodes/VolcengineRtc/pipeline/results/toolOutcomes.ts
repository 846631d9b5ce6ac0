import type { Operation } from '../../operations/operation';
import { isFailure, type Outcome } from '../outcome';

/** Outcomes as an AI agent reads them: the message of a failure says first that nothing was done. */
export function* toolOutcomes(outcomes: Iterable<Outcome>, { words }: Operation): Generator<Outcome> {
  for (const outcome of outcomes) {
    yield isFailure(outcome) ? { ...outcome, message: `${words.notDone}: ${outcome.message}` } : outcome;
  }
}
