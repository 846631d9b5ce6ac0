import type { Column } from './column';
import { userId } from './columns';

/** A list in a request, with a row for each item. */
export interface Rows {
  /** The API's name of the list. */
  member: string;
  /** What a row is made of; the first is its id. */
  columns: readonly [Column, ...Column[]];
  /** Where the columns come from: the mapper `users`, or the parameter `userId` with nothing but the id. */
  from: 'users' | 'userId';
  /** JSON text of a row from the JSON texts of its columns, undefined for those that are not given; the id always is. */
  write(members: ReadonlyArray<string | undefined>): string;
  /** Set where a row has to give something besides its id. */
  mustGive?: { code: string; problem: string };
}

/** Users as objects, whose columns the editor's mapper fills. */
export function userObjects(...columns: Rows['columns']): Rows {
  const names = columns.map(({ id }, at) => `${at === 0 ? '{' : ','}"${id}":`);
  return {
    member: 'Users',
    columns,
    from: 'users',
    write: (members) => {
      let json = '';
      names.forEach((name, at) => {
        if (members[at] !== undefined) json += name + members[at];
      });
      return `${json}}`;
    },
  };
}

/** Users as bare ids. */
export const userIds: Rows = {
  member: 'UserIds',
  columns: [userId],
  from: 'userId',
  write: ([id]) => id as string,
};
