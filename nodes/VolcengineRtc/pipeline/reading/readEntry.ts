import type { Operation } from '../../operations/operation';
import { type InvalidItem, type ReadItem, readItem, type Readers } from './readItem';

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

/** Reads an item to the user that is sent. */
export function readEntry(
  itemIndex: number,
  columns: Operation['columns'],
  readers: Readers,
): Entry | InvalidItem {
  const item = readItem(itemIndex, columns, readers);
  return 'problems' in item ? item : toEntry(itemIndex, columns, item);
}

/** The user that an item is. */
export function toEntry(
  itemIndex: number,
  columns: Operation['columns'],
  { appId, members }: ReadItem,
): Entry {
  let json = '';
  columns.forEach(({ id }, at) => {
    if (members[at] !== undefined) json += `${json === '' ? '' : ','}"${id}":${members[at]}`;
  });
  return { itemIndex, appId, userId: members[0] as string, json: `{${json}}` };
}
