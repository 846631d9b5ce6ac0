import type { Column } from '../operations/columns/column';
import { readInteger } from '../operations/columns/integer';
import type { Operation } from '../operations/operation';
import type { ColumnReader } from './columnReader';

/** A user on its way to the service. */
export interface Entry {
  itemIndex: number;
  /** Integer in digits. */
  appId: string;
  /** Integer in digits. */
  userId: string;
  /** The user as a member of the request. */
  json: string;
}

/** What the items are read with. */
export interface Readers {
  appId(itemIndex: number): unknown;
  column: ColumnReader;
}

/** What reading takes of a column. */
type Readable = Pick<Column, 'id' | 'required' | 'read'>;

/** The app of a user, read like a column. */
const appIdColumn = { id: 'App ID', required: true, read: readInteger };

/** Reads an item; a list names everything that is wrong with it. */
export function readEntry(
  itemIndex: number,
  columns: Operation['columns'],
  readers: Readers,
): Entry | string[] {
  const problems: string[] = [];
  const read = (value: () => unknown, column: Readable): string | undefined => {
    const member = readMember(value, column);
    if ('json' in member) return member.json;
    problems.push(member.problem);
    return undefined;
  };
  const appId = read(() => readers.appId(itemIndex), appIdColumn);
  const jsons = columns.map((column) => read(() => readers.column(itemIndex, column), column));
  if (problems.length > 0) return problems;
  const members = columns.flatMap(({ id }, at) => (jsons[at] === undefined ? [] : [`"${id}":${jsons[at]}`]));
  // Both are required: where nothing is wrong, they are there.
  return { itemIndex, appId: appId as string, userId: jsons[0] as string, json: `{${members.join(',')}}` };
}

/** Reads one member: its JSON, undefined for one that is not given, or what is wrong, with its name. */
function readMember(
  value: () => unknown,
  { id, required, read }: Readable,
): { json: string | undefined } | { problem: string } {
  try {
    const given = value();
    const isGiven = given !== undefined && given !== null && given !== '';
    if (!isGiven) return required ? { problem: `${id} is missing` } : { json: undefined };
    const reading = read(given);
    if (reading === undefined) return { json: undefined };
    return 'problem' in reading ? { problem: `${id}: ${reading.problem}` } : reading;
  } catch (error) {
    return {
      problem: `${id}: its expression failed: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
