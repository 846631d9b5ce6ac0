/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the try-out runs outside n8n */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Execution } from '../../../support/n8n';
import { environmentOf } from '../../../support/n8n/environment';
import type { ExecutionData } from '../../../support/n8n/execution';
import { installPackage } from '../../../support/n8n/packPackage';
import { run } from '../../../support/n8n/run';
import { withProgress } from '../../../support/setup/progress';
import type { ExampleRun, Runner } from '../exampleRun';
import { installEngine } from './installEngine';
import type { Job } from './job';

const main = join(__dirname, 'child', 'main.ts');
const typeScript = pathToFileURL(require.resolve('tsx')).href;
const timeoutMs = 20 * 60_000;

/** n8n's engine in a process of its own, with an environment of its own; no server and no database. */
export const engineAlone: Runner = {
  install: installEngine,
  run: async (example) => await withProgress(example.label, runOnEngine(example)),
};

async function runOnEngine(example: ExampleRun): Promise<Execution> {
  const { tarball, workflow, credential, folders } = example;
  const engineFolder = await installEngine();
  const userFolder = mkdtempSync(join(tmpdir(), 'n8n-user-'));
  try {
    const packageFolder = await installPackage(userFolder, tarball);
    const resultFile = join(userFolder, 'result.json');
    const job: Job = { engineFolder, packageFolder, resultFile, credential, workflow };
    const env = await environmentOf({ userFolder, node: process.execPath, folders });
    // As n8n has it: this package finds n8n-workflow beside n8n.
    env.NODE_PATH = join(engineFolder, 'node_modules');
    return await execute(job, userFolder, env);
  } finally {
    rmSync(userFolder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function execute(job: Job, userFolder: string, env: NodeJS.ProcessEnv): Promise<Execution> {
  const jobFile = join(userFolder, 'job.json');
  writeFileSync(jobFile, JSON.stringify(job), { mode: 0o600 });
  const command = ['--import', typeScript, main, jobFile];
  const finished = await run(process.execPath, command, { cwd: userFolder, env, timeoutMs });
  const result = resultIn(job.resultFile)?.data.resultData;
  return { ...finished, error: result?.error, runData: result?.runData ?? {} };
}

/** None where the engine did not get as far as the workflow. */
const resultIn = (file: string): ExecutionData | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ExecutionData) : undefined;
