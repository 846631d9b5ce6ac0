import type { Rest } from './signIn';

/** The id of the project that holds what the owner creates. */
export async function personalProject(rest: Rest): Promise<string> {
  return (await rest.call<{ id: string }>('GET', '/rest/projects/personal')).id;
}
