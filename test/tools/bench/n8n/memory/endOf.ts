/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmark runs outside n8n */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Server } from '../../../../support/n8n';

const pollMs = 1000;

/**
 * Waits until the one execution of a workflow has ended, or n8n with it.
 *
 * The list of executions is asked, as an execution by its id comes with all its data, which takes memory of its own.
 *
 * @returns n8n's word for it, such as `success`; undefined if n8n is gone
 */
export async function endOf({ rest, ended }: Server, workflowId: string): Promise<string | undefined> {
  const filter = encodeURIComponent(JSON.stringify({ workflowId }));
  let isGone = false;
  void ended.then(() => (isGone = true));
  while (!isGone) {
    await sleep(pollMs);
    const asked = rest.call<{ results: Array<{ status: string }> }>(
      'GET',
      `/rest/executions?filter=${filter}`,
    );
    const list = await Promise.race([asked.catch(() => undefined), ended.then(() => undefined)]);
    const status = list?.results[0]?.status;
    if (status !== undefined && !['new', 'running'].includes(status)) return status;
  }
  return undefined;
}
