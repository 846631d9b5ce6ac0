/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a process of its own, outside n8n */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Job } from '../job';
import { executeWorkflow } from './executeWorkflow';
import { resultOf } from './resultOf';

/** Does the job in the file that it is started with. Ends with 0 where the workflow came to its end. */
async function main(): Promise<void> {
  const job = JSON.parse(readFileSync(process.argv[2] as string, 'utf8')) as Job;
  const run = await executeWorkflow(job);
  writeFileSync(job.resultFile, JSON.stringify(resultOf(run)), { mode: 0o600 });
  // n8n's engine keeps timers that would keep the process.
  process.exit(run.data.resultData.error === undefined ? 0 : 1);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack ?? error.message}\n`);
  process.exit(1);
});
