import { personalProject } from './personalProject';
import type { Rest } from './signIn';
import { until } from './until';
import type { Workflow } from './workflow';

/** A workflow that a server holds. */
export type Stored = Workflow & { id: string; versionId: string };

/** Adds a workflow as the editor does: to a project, in which its nodes find credentials by their names. */
export async function addWorkflow(rest: Rest, workflow: Workflow): Promise<Stored> {
  const projectId = await personalProject(rest);
  return await rest.call('POST', '/rest/workflows', { ...workflow, projectId });
}

/** Puts a workflow online: from then on its triggers listen. */
export async function publish(rest: Rest, { id, versionId }: Stored): Promise<void> {
  const path = `/rest/workflows/${id}`;
  await rest.call('POST', `${path}/activate`, { versionId });
  await until('it is published', async () => !(await isBeingPublished(rest, path)));
}

/** n8n 2 publishes after its answer, and says how far it is; n8n 1 has done so when it answers. */
async function isBeingPublished(rest: Rest, path: string): Promise<boolean> {
  const asked = rest.call<{ status: string }>('GET', `${path}/publication-status`);
  const { status } = await asked.catch(() => ({ status: 'published' }));
  return status === 'in_progress';
}

/** Runs a workflow from one of its triggers, as its button in the editor does. Returns how it ended. */
export async function runNow(rest: Rest, workflow: Stored, trigger: string): Promise<string> {
  const what = { workflowData: workflow, triggerToStartFrom: { name: trigger } };
  const run = await rest.call<{ executionId: string }>('POST', `/rest/workflows/${workflow.id}/run`, what);
  return await until('it is executed', async () => {
    const path = `/rest/executions/${run.executionId}`;
    const { status } = await rest.call<{ status: string }>('GET', path);
    return ['new', 'running'].includes(status) ? false : status;
  });
}
