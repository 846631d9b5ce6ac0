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

/** The app of a user, read like a column. */
const appIdColumn = { id: 'App ID', required: true, read: readInteger };

/** Reads an item; a list names everything that is wrong with it. */
export function readEntry(
  itemIndex: number,
  columns: Operation['columns'],
  readers: Readers,
): Entry | string[] {
  const problems: string[] = [];
  const appId = readMember(() => readers.appId(itemIndex), appIdColumn);
  if ('problem' in appId) problems.push(appId.problem);
  const members: string[] = [];
  let userId = '';
  for (const column of columns) {
    const member = readMember(() => readers.column(itemIndex, column), column);
    if ('problem' in member) problems.push(member.problem);
    else if (member.json !== undefined) members.push(`${JSON.stringify(column.id)}:${member.json}`);
    if (column === columns[0] && 'json' in member) userId = member.json ?? '';
  }
  if ('problem' in appId || problems.length > 0) return problems;
  return { itemIndex, appId: appId.json ?? '', userId, json: `{${members.join(',')}}` };
}

/** Reads one member: its JSON, undefined for one that is not given, or what is wrong, with its name. */
function readMember(
  value: () => unknown,
  { id, required, read }: Pick<Column, 'id' | 'required' | 'read'>,
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
