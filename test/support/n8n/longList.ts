/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { Row } from '.';

const firstId = 7_100_000_000_000_000_001n;

/** How a list spells its columns. */
export interface Header {
  id: string;
  nickName: string;
  tags: string;
}

export const exampleHeader: Header = { id: 'User ID', nickName: 'Nick Name', tags: 'Tags' };

/**
 * Writes users.csv with so many users into a folder, and returns its rows.
 *
 * @param from how many users come before them, in lists that have none in common
 */
export function writeLongList(folder: string, length: number, header = exampleHeader, from = 0): Row[] {
  const rows = Array.from({ length }, (_, position) => {
    const index = from + position;
    return {
      [header.id]: String(firstId + BigInt(index) * 7919n),
      [header.nickName]: `José ${index} 王`,
      [header.tags]: `cohort:${index % 12},imported`,
      Company: 'Example & Söhne',
    };
  });
  writeFileSync(join(folder, 'users.csv'), stringify(rows, { header: true }));
  return rows;
}
