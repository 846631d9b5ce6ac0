/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- the harness runs outside n8n */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentOf } from './environment';
import { readExecution, type ExecutionError, type NodeRun } from './execution';
import { installN8n } from './install';
import type { Installation } from './installation';
import { installPackage } from './packPackage';
import { run, runOrThrow } from './run';
import type { Workflow } from './workflow';

export interface N8nOptions {
  version: string;
  /** The packed package to install. */
  tarball: string;
  /** The folders that workflows may read and write; default none but n8n's own. */
  folders?: readonly string[];
  /** PEM text of further authorities to trust. */
  certificate?: string;
  /** Further variables of n8n's environment. */
  env?: NodeJS.ProcessEnv;
}

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

/** An n8n of its own in a temporary folder, with this package installed as a community package. */
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
  /** Removes the folder. */
  close(): void;
}

const commandTimeoutMs = 2 * 60_000;
const executionTimeoutMs = 20 * 60_000;

export async function createN8n(options: N8nOptions): Promise<N8n> {
  const installation = await installN8n(options.version);
  const userFolder = mkdtempSync(join(tmpdir(), 'n8n-user-'));
  const close = () => rmSync(userFolder, { recursive: true, force: true, maxRetries: 3 });
  try {
    return { ...(await commandsOf(installation, userFolder, options)), close };
  } catch (error) {
    close();
    throw error;
  }
}

async function commandsOf(
  { n8n, node }: Installation,
  userFolder: string,
  { tarball, folders = [], certificate, env: further }: N8nOptions,
): Promise<Omit<N8n, 'close'>> {
  const caFile = certificate === undefined ? undefined : join(userFolder, 'authority.pem');
  if (caFile !== undefined) writeFileSync(caFile, certificate!);
  await installPackage(userFolder, tarball);
  const env = { ...(await environmentOf({ userFolder, node, folders, caFile })), ...further };
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
