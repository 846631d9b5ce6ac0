import { personalProject } from './personalProject';
import type { Rest } from './signIn';

/** A table that n8n keeps, of text alone. */
export interface DataTable {
  readonly id: string;
  readonly name: string;
  insert(...rows: Array<Record<string, string>>): Promise<void>;
  /** All rows, the oldest first. */
  rows(): Promise<Array<Record<string, unknown>>>;
}

const name = 'Users to register';
const columns = ['userId', 'nickName', 'status', 'message'].map((column) => ({
  name: column,
  type: 'string',
}));

/** The table that the example with a data table reads and marks; it is created where there is none yet. */
export async function usersTable(rest: Rest): Promise<DataTable> {
  const tables = `/rest/projects/${await personalProject(rest)}/data-tables`;
  const filter = encodeURIComponent(JSON.stringify({ name }));
  const { data: present } = await rest.call<{ data: Array<{ id: string; name: string }> }>(
    'GET',
    `${tables}?filter=${filter}`,
  );
  const { id } =
    present.find((table) => table.name === name) ??
    (await rest.call<{ id: string }>('POST', tables, { name, columns }));
  return {
    id,
    name,
    insert: async (...data) =>
      void (await rest.call('POST', `${tables}/${id}/insert`, { data, returnType: 'count' })),
    rows: async () => {
      const path = `${tables}/${id}/rows?sortBy=id:asc`;
      return (await rest.call<{ data: Array<Record<string, unknown>> }>('GET', path)).data;
    },
  };
}
