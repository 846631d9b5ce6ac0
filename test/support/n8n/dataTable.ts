import { personalProject } from './personalProject';
import type { Rest } from './signIn';

type Cell = string | boolean;

/** A table that n8n keeps. */
export interface DataTable {
  readonly id: string;
  readonly name: string;
  insert(...rows: Array<Record<string, Cell>>): Promise<void>;
  /** Changes cells of the rows of a user. */
  update(userId: string, cells: Record<string, Cell>): Promise<void>;
  /** All rows, the oldest first. */
  rows(): Promise<Array<Record<string, unknown>>>;
}

const text = (...names: string[]) => names.map((name) => ({ name, type: 'string' }));

/** The tables that examples read and mark, by the files of the examples. */
const tables = {
  'register-new-rows.json': {
    name: 'Users to register',
    columns: text('userId', 'nickName', 'status', 'message'),
  },
  'keep-users-in-sync.json': {
    name: 'Users to keep in sync',
    columns: [
      ...text('userId', 'nickName', 'tags', 'status', 'message', 'synced'),
      { name: 'hasLeft', type: 'boolean' },
    ],
  },
};

export type FileWithTable = keyof typeof tables;

/** The tables of all examples that have one, by the files of the examples. */
export async function exampleTables(rest: Rest): Promise<Partial<Record<string, DataTable>>> {
  const files = Object.keys(tables) as FileWithTable[];
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await exampleTable(rest, file)] as const)),
  );
}

/** The table of an example; it is created where there is none yet. */
export async function exampleTable(rest: Rest, file: FileWithTable): Promise<DataTable> {
  const { name, columns } = tables[file];
  const all = `/rest/projects/${await personalProject(rest)}/data-tables`;
  const filter = encodeURIComponent(JSON.stringify({ name }));
  const { data: present } = await rest.call<{ data: Array<{ id: string; name: string }> }>(
    'GET',
    `${all}?filter=${filter}`,
  );
  const { id } =
    present.find((table) => table.name === name) ??
    (await rest.call<{ id: string }>('POST', all, { name, columns }));
  return tableAt(rest, `${all}/${id}`, { id, name });
}

function tableAt(rest: Rest, path: string, table: Pick<DataTable, 'id' | 'name'>): DataTable {
  return {
    ...table,
    insert: async (...data) =>
      void (await rest.call('POST', `${path}/insert`, { data, returnType: 'count' })),
    update: async (userId, data) => {
      const filters = [{ columnName: 'userId', condition: 'eq', value: userId }];
      await rest.call('PATCH', `${path}/rows`, { filter: { type: 'and', filters }, data });
    },
    rows: async () =>
      (await rest.call<{ data: Array<Record<string, unknown>> }>('GET', `${path}/rows?sortBy=id:asc`)).data,
  };
}
