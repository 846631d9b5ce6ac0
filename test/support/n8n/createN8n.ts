/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the harness runs outside n8n */
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExecution, type ExecutionError, type NodeRun } from './execution';
import { prepareInstance, type Instance, type InstanceOptions } from './prepareInstance';
import { run, runOrThrow } from './run';
import type { Workflow } from './workflow';

export interface Credential {
  id: string;
  name: string;
  type: string;
  data: Record<string, unknown>;
}

export interface Execution {
  exitCode: number;
  stdout: string;
  stderr: string;
  /** From the start of the command to its end. */
  seconds: number;
  /** What stopped the workflow, if anything did. */
  error?: ExecutionError;
  /** The runs of each node, by the node's name; empty when the workflow never began. */
  runData: Record<string, NodeRun[]>;
}

/** An n8n of its own, with this package installed as a community package, that runs a command at a time. */
export interface N8n {
  importCredential(credential: Credential): Promise<void>;
  /** Returns the id to execute it by. */
  importWorkflow(workflow: Workflow): Promise<string>;
  /**
   * Runs a workflow from its trigger to its end. A failure is a result like any other.
   *
   * @param env further variables of the process that runs it
   */
  execute(workflowId: string, env?: NodeJS.ProcessEnv): Promise<Execution>;
  /** Removes its folder, if it is a temporary one. */
  close(): void;
}

const commandTimeoutMs = 2 * 60_000;
const executionTimeoutMs = 20 * 60_000;

export async function createN8n(options: InstanceOptions): Promise<N8n> {
  const instance = await prepareInstance(options);
  return { ...commandsOf(instance), close: instance.remove };
}

function commandsOf({ n8n, node, userFolder, env }: Instance): Omit<N8n, 'close'> {
  const commandOptions = { cwd: userFolder, env, timeoutMs: commandTimeoutMs };

  async function importAs(kind: 'credentials' | 'workflow', value: unknown): Promise<void> {
    const file = join(userFolder, `${randomUUID()}.json`);
    writeFileSync(file, JSON.stringify([value]), { mode: 0o600 });
    await runOrThrow(node, [n8n, `import:${kind}`, `--input=${file}`], commandOptions);
    rmSync(file);
  }

  return {
    importCredential: async (credential) => await importAs('credentials', credential),
    async importWorkflow(workflow) {
      const id = randomUUID().replaceAll('-', '').slice(0, 16);
      await importAs('workflow', { ...workflow, id });
      return id;
    },
    async execute(workflowId, further) {
      const command = [n8n, 'execute', `--id=${workflowId}`, '--rawOutput'];
      const options = { cwd: userFolder, env: { ...env, ...further }, timeoutMs: executionTimeoutMs };
      const finished = await run(node, command, options);
      const result = readExecution(finished.stdout)?.data.resultData;
      return { ...finished, error: result?.error, runData: result?.runData ?? {} };
    },
  };
}
