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
  return (await executionEnd(rest, await startNow(rest, workflow, trigger))).status;
}

/** The same, without waiting for its end. Returns the id of the execution. */
export async function startNow(rest: Rest, workflow: Stored, trigger: string): Promise<string> {
  const what = { workflowData: workflow, triggerToStartFrom: { name: trigger } };
  const path = `/rest/workflows/${workflow.id}/run`;
  return (await rest.call<{ executionId: string }>('POST', path, what)).executionId;
}

export interface ExecutionEnd {
  status: string;
  /** What n8n keeps of the execution: a text in a format of its own, in which each value stands as JSON. */
  data: string;
}

/**
 * Waits until an execution has ended, or waits for somebody by itself.
 * @param passing a state that it is in for now
 */
export async function executionEnd(rest: Rest, id: string, passing?: 'waiting'): Promise<ExecutionEnd> {
  return await until('it is executed', async () => {
    const execution = await rest.call<ExecutionEnd>('GET', `/rest/executions/${id}`);
    return ['new', 'running', passing].includes(execution.status) ? false : execution;
  });
}
