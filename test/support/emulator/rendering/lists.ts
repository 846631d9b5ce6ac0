import type { AnswerReadings } from '../readings/answerReadings';

/** The lists and maps of a `Result`, those with nothing in them written as the reading says. */
export function withLists(lists: Readonly<Record<string, object>>, { emptyLists }: AnswerReadings): object {
  const written = Object.entries(lists).map(([name, list]) =>
    Object.keys(list).length > 0 || emptyLists === 'empty' ? [name, list] : [name, null],
  );
  const kept = emptyLists === 'absent' ? written.filter(([, list]) => list !== null) : written;
  return Object.fromEntries(kept);
}
