import type { Credential } from './createN8n';
import type { Rest } from './signIn';

/** Creates a credential, and returns what a node of a workflow says of it. */
export async function addCredential(
  rest: Rest,
  { name, type, data }: Omit<Credential, 'id'>,
): Promise<Omit<Credential, 'data'>> {
  const { id } = await rest.call<{ id: string }>('POST', '/rest/credentials', { name, type, data });
  return { id, name, type };
}
