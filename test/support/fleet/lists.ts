/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { exampleHeader, writeLongList } from '../n8n/longList';

/** The ids of the users of each list. No two lists have one in common. */
export type Lists = ReadonlyArray<readonly string[]>;

export const usersPerList = 5_000;

/** Writes lists into folders of their own, `list-<number>`. */
export function writeLists(folder: string, count: number): Lists {
  return Array.from({ length: count }, (_, number) => {
    const own = join(folder, `list-${number}`);
    mkdirSync(own);
    const rows = writeLongList(own, usersPerList, exampleHeader, number * usersPerList);
    return rows.map((row) => row[exampleHeader.id] ?? '');
  });
}
