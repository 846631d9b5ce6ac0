import type { Rest } from './signIn';
import { until } from './until';
import type { Workflow } from './workflow';

/** Imports a workflow as the editor does, and puts it online: from then on its triggers listen. */
export async function publish(rest: Rest, workflow: Workflow): Promise<void> {
  const { id, versionId } = await importInto(rest, workflow);
  const path = `/rest/workflows/${id}`;
  await rest.call('POST', `${path}/activate`, { versionId });
  await until('published', async () => ((await isBeingPublished(rest, path)) ? undefined : true));
}

/** In a project, n8n gives each node the credential of the name that the workflow says, if there is one such. */
async function importInto(rest: Rest, workflow: Workflow): Promise<{ id: string; versionId: string }> {
  const { id: projectId } = await rest.call<{ id: string }>('GET', '/rest/projects/personal');
  return await rest.call('POST', '/rest/workflows', { ...workflow, projectId });
}

/** n8n 2 publishes after its answer, and says how far it is; n8n 1 has done so when it answers. */
async function isBeingPublished(rest: Rest, path: string): Promise<boolean> {
  const asked = rest.call<{ status: string }>('GET', `${path}/publication-status`);
  const { status } = await asked.catch(() => ({ status: 'published' }));
  return status === 'in_progress';
}
