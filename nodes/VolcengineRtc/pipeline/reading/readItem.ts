import type { Column } from '../../operations/column';
import type { Operation } from '../../operations/operation';
import type { Rows } from '../../operations/rows';
import { problemText, type Reading } from '../../values/reading';
import type { Entry, Group } from '../entry';
import type { GroupReading } from './groupReader';

/** What the items are read with. */
export interface Readers {
  /** What all rows of its request share. */
  group(itemIndex: number): GroupReading;
  /** What an item gives each of the columns, in their order. */
  columns(itemIndex: number): readonly Reading[];
  /** Whether there is nothing in an item. */
  isEmpty(itemIndex: number): boolean;
  /** What an item without an id has; left out where the mapping names the field. */
  describeItem?(itemIndex: number): string;
}

/** An item that is a user. */
export interface ReadItem {
  group: Group;
  /** JSON of each column, in their order; undefined where none is given. The first is the id, in digits. */
  members: ReadonlyArray<string | undefined>;
}

/** An item that is none, with everything that is wrong with it. */
export interface InvalidItem {
  problems: string[];
  /** The code of the failure, where it is not that of invalid values. */
  code?: string;
  /** As far as they could be read. */
  group?: Group;
  userId?: string;
}

const noRows: Pick<Rows, 'mustGive'> & { columns: readonly Column[] } = { columns: [] };

/**
 * Reads an item.
 *
 * @param rows undefined where each item is a request of its own
 */
export function readItem(
  itemIndex: number,
  rows: Rows | undefined,
  readers: Readers,
): ReadItem | InvalidItem {
  const { columns, mustGive } = rows ?? noRows;
  const shared = readers.group(itemIndex);
  const problems = 'problems' in shared ? [...shared.problems] : [];
  const readings = readers.columns(itemIndex);
  const members = columns.map((column, at) => memberOf(column, readings[at], problems));
  const [userId] = members;
  if ('group' in shared && problems.length === 0) {
    const { group } = shared;
    const isEnough = mustGive === undefined || members.slice(1).some((member) => member !== undefined);
    return isEnough
      ? { group, members }
      : { problems: [mustGive.problem], code: mustGive.code, group, userId };
  }
  const invalidCode = rows === undefined ? 'InvalidItem' : undefined;
  const lacksId = rows !== undefined && readings[0] === undefined;
  return {
    problems: lacksId ? explain(problems, itemIndex, rows.columns, readers) : problems,
    ...('group' in shared ? { group: shared.group } : { code: shared.code ?? invalidCode }),
    userId,
  };
}

/** What is sent for an item. */
export function toEntry(
  itemIndex: number,
  { rows, alreadySo }: Pick<Operation, 'rows' | 'alreadySo'>,
  { group, members }: ReadItem,
): Entry {
  if (rows === undefined) return { itemIndex, group };
  const entry = { itemIndex, group, userId: members[0], json: rows.write(members) };
  const then = alreadySo?.then?.rows;
  if (then === undefined) return entry;
  const following = members.slice(0, then.columns.length);
  const isEnough = following.slice(1).some((member) => member !== undefined);
  return isEnough ? { ...entry, followUp: then.write(following) } : entry;
}

/** The JSON of a member; undefined where there is none, with the problem of that, if it is one. */
function memberOf(
  { id, required }: Pick<Column, 'id' | 'required'>,
  reading: Reading,
  problems: string[],
): string | undefined {
  if (reading !== undefined && 'json' in reading) return reading.json;
  if (reading !== undefined) problems.push(`${id}: ${problemText(reading)}`);
  else if (required) problems.push(isMissing(id));
  return undefined;
}

/** Says what there is in place of an id. A row with nothing in it has no other problem. */
function explain(
  problems: readonly string[],
  itemIndex: number,
  [{ id }]: Rows['columns'],
  readers: Readers,
): string[] {
  const problem = isMissing(id);
  if (readers.isEmpty(itemIndex)) return [`${problem}: the row is empty`];
  const description = readers.describeItem?.(itemIndex);
  if (description === undefined) return [...problems];
  return problems.map((one) => (one === problem ? `${one}: ${description}` : one));
}

function isMissing(id: string): string {
  return `${id} is missing`;
}
