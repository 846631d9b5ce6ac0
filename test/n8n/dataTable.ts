import type { Rest } from './signIn';
import { personalProject } from './personalProject';

/** A table that n8n keeps, of text alone. */
export interface DataTable {
  readonly id: string;
  readonly name: string;
  insert(...rows: Array<Record<string, string>>): Promise<void>;
  /** All rows, the oldest first. */
  rows(): Promise<Array<Record<string, unknown>>>;
}

/** Creates the table that the example with a data table reads and marks. */
export async function createUsersTable(rest: Rest): Promise<DataTable> {
  const tables = `/rest/projects/${await personalProject(rest)}/data-tables`;
  const name = 'Users to register';
  const columns = ['userId', 'nickName', 'status', 'message'].map((column) => ({
    name: column,
    type: 'string',
  }));
  const { id } = await rest.call<{ id: string }>('POST', tables, { name, columns });
  return {
    id,
    name,
    insert: async (...data) =>
      void (await rest.call('POST', `${tables}/${id}/insert`, { data, returnType: 'count' })),
    rows: async () => {
      const { data } = await rest.call<{ data: Array<Record<string, unknown>> }>(
        'GET',
        `${tables}/${id}/rows?sortBy=id:asc`,
      );
      return data;
    },
  };
}
