import { type Column, isSameMember } from '../../operations/column';
import type { Operation } from '../../operations/operation';
import type { Entry, Group } from '../entry';
import { FirstItems } from './FirstItems';
import { type InvalidItem, type ReadItem, readItem, type Readers, toEntry } from './readItem';

/** What an item is, in view of those before it. */
export type ReadEntry =
  /** The first item of a user. */
  | { is: 'entry'; itemIndex: number; entry: Entry; isCounted: boolean }
  /** No user, with everything that is wrong with it. */
  | { is: 'invalid'; itemIndex: number; problems: string[]; code?: string; isCounted: boolean }
  /** The user of an earlier item, with the same content. */
  | { is: 'repetition'; itemIndex: number; first: number }
  /** The user of an earlier item, with other content in some columns. */
  | { is: 'contradiction'; itemIndex: number; first: number; userId: string; differing: string[] };

/**
 * What the items are, each read when it is asked for. `isCounted` is set where an earlier item of the same user is an
 * entry or invalid as well, so that users can be counted once each.
 */
export function* entries(
  itemCount: number,
  operation: Pick<Operation, 'rows' | 'alreadySo'>,
  readers: Readers,
): Generator<ReadEntry, void> {
  const { rows } = operation;
  const firstItems = new FirstItems(itemCount);
  /** Users whose items were all invalid so far. A list without any needs no room for them. */
  let invalidUsers: FirstItems | undefined;
  for (let itemIndex = 0; itemIndex < itemCount; itemIndex += 1) {
    const item = readItem(itemIndex, rows, readers);
    yield 'problems' in item ? invalid(itemIndex, item) : valid(itemIndex, item);
  }

  function invalid(itemIndex: number, { problems, code, group, userId }: InvalidItem): ReadEntry {
    let isCounted = false;
    if (group !== undefined && userId !== undefined) {
      invalidUsers ??= new FirstItems(itemCount);
      const isFirst = invalidUsers.add(group.json, userId, itemIndex) === itemIndex;
      isCounted = !isFirst || firstItems.find(group.json, userId) !== undefined;
    }
    return { is: 'invalid', itemIndex, problems, code, isCounted };
  }

  function valid(itemIndex: number, item: ReadItem): ReadEntry {
    const entry = toEntry(itemIndex, operation, item);
    const { group, userId } = entry;
    if (rows === undefined || userId === undefined)
      return { is: 'entry', itemIndex, entry, isCounted: false };
    const first = firstItems.add(group.json, userId, itemIndex);
    if (first === itemIndex) {
      return { is: 'entry', itemIndex, entry, isCounted: isKnownAsInvalid(group, userId) };
    }
    // Read again rather than kept: a run of a million items holds their ids, not their content.
    const differing = differingColumns(rows.columns, readItem(first, rows, readers), item);
    if (differing.length === 0) return { is: 'repetition', itemIndex, first };
    return { is: 'contradiction', itemIndex, first, userId, differing };
  }

  function isKnownAsInvalid({ json }: Group, userId: string): boolean {
    return invalidUsers?.find(json, userId) !== undefined;
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
