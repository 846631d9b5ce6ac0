import type { Operation } from '../operations/operation';
import { FirstItems } from './FirstItems';
import { duplicate, invalid } from './outcome';
import type { Outcomes } from './Outcomes';
import { type Entry, readEntry, type Readers } from './readEntry';

/**
 * The users among the items, each read when it is asked for. Items that are none, and repetitions of earlier
 * ones, get their outcome here and yield undefined.
 */
export function* entries(
  itemCount: number,
  { columns }: Operation,
  readers: Readers,
  outcomes: Outcomes,
): Generator<Entry | undefined> {
  const firstItems = new FirstItems(itemCount);
  for (let itemIndex = 0; itemIndex < itemCount; itemIndex += 1) {
    const entry = readEntry(itemIndex, columns, readers);
    // With Retry On Fail an earlier run may have settled an item; later ones may still repeat it.
    if (outcomes.of(itemIndex) !== undefined) {
      if (!Array.isArray(entry)) firstItems.add(entry.appId, entry.userId, itemIndex);
      yield undefined;
      continue;
    }
    yield Array.isArray(entry) ? settleInvalid(itemIndex, entry) : settleRepetition(entry);
  }

  function settleInvalid(itemIndex: number, problems: string[]): undefined {
    outcomes.record(itemIndex, invalid(problems));
  }

  /** Lets the first entry of a user through. */
  function settleRepetition(entry: Entry): Entry | undefined {
    const first = firstItems.add(entry.appId, entry.userId, entry.itemIndex);
    if (first === entry.itemIndex) return entry;
    // Read again rather than kept: a run of a million items holds their ids, not their content.
    const firstEntry = readEntry(first, columns, readers);
    const isSame = !Array.isArray(firstEntry) && firstEntry.json === entry.json;
    if (isSame) outcomes.repeat(entry.itemIndex, first);
    else outcomes.record(entry.itemIndex, duplicate(entry.userId, first));
    return undefined;
  }
}
