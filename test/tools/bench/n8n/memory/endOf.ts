/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmark runs outside n8n */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Server } from '../../../../support/n8n';

interface Executions {
  results: Array<{ status: string; mode: string }>;
}

const pollMs = 1000;

/**
 * Waits until the execution of a workflow that was started by hand has ended, or n8n itself. The list of executions is
 * asked: a single one comes with all its data, which takes memory of its own.
 *
 * @returns n8n's word for it, such as `success`; undefined if n8n has ended
 */
export async function endOf({ rest, ended }: Server, workflowId: string): Promise<string | undefined> {
  const path = `/rest/executions?filter=${encodeURIComponent(JSON.stringify({ workflowId }))}`;
  const gone = ended.then(() => 'gone' as const);
  for (;;) {
    const asked = rest.call<Executions>('GET', path).catch(() => undefined);
    const list = await Promise.race([asked, gone]);
    if (list === 'gone') return undefined;
    const status = list?.results.find(({ mode }) => mode === 'manual')?.status;
    if (status !== undefined && !['new', 'running'].includes(status)) return status;
    await sleep(pollMs);
  }
}
