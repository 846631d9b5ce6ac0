import { type Column, isSameMember } from '../../operations/column';
import type { Operation } from '../../operations/operation';
import { FirstItems } from './FirstItems';
import { duplicate, invalid } from '../outcome';
import type { Outcomes } from '../results/Outcomes';
import { type Entry, toEntry } from './readEntry';
import { type InvalidItem, type ReadItem, readItem, type Readers } from './readItem';

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
  /** Users whose items were all invalid so far. A list without any needs no room for them. */
  let invalidUsers: FirstItems | undefined;
  for (let itemIndex = 0; itemIndex < itemCount; itemIndex += 1) {
    const item = readItem(itemIndex, columns, readers);
    // With Retry On Fail, an earlier run may have found the outcome; later items may still repeat the user.
    const isKnown = outcomes.isKnown(itemIndex);
    const entry =
      'problems' in item ? recordInvalid(itemIndex, item, isKnown) : entryOf(itemIndex, item, isKnown);
    yield isKnown ? undefined : entry;
  }

  function recordInvalid(
    itemIndex: number,
    { problems, appId, userId }: InvalidItem,
    isKnown: boolean,
  ): undefined {
    if (!isKnown) outcomes.record(itemIndex, invalid(problems));
    if (appId === undefined || userId === undefined) return;
    invalidUsers ??= new FirstItems(itemCount);
    const isFirst = invalidUsers.add(appId, userId, itemIndex) === itemIndex;
    if (!isFirst || firstItems.find(appId, userId) !== undefined) outcomes.countUserOnce();
  }

  /** Lets the first entry of a user through. */
  function entryOf(itemIndex: number, item: ReadItem, isKnown: boolean): Entry | undefined {
    const entry = toEntry(itemIndex, columns, item);
    const { appId, userId } = entry;
    const first = firstItems.add(appId, userId, itemIndex);
    if (first === itemIndex) {
      if (invalidUsers?.find(appId, userId) !== undefined) outcomes.countUserOnce();
      return entry;
    }
    if (isKnown) return undefined;
    // Read again rather than kept: a run of a million items holds their ids, not their content.
    const differing = differingColumns(columns, readItem(first, columns, readers), item);
    if (differing.length === 0) outcomes.repeat(itemIndex, first);
    else outcomes.contradict(itemIndex, first, duplicate(userId, first, differing));
    return undefined;
  }
}

/** The columns in which an item says something else than an earlier one. */
function differingColumns(
  columns: readonly Column[],
  earlier: ReadItem | InvalidItem,
  later: ReadItem,
): string[] {
  // An expression that reads a clock or the like may fail now, though it did not before.
  if ('problems' in earlier) return columns.slice(1).map(({ id }) => id);
  return columns
    .filter((column, at) => !isSameMember(column, earlier.members[at], later.members[at]))
    .map(({ id }) => id);
}
