import type { AnswerReadings } from '../readings/answerReadings';

/** A `Result` with nothing in it; undefined where it is left out. */
export function emptyResult({ emptyResult: form }: AnswerReadings): object | undefined {
  return form === 'object' ? {} : undefined;
}
