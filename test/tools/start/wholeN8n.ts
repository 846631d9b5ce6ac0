import { createN8n, installN8n, n8nVersion, type Execution } from '../../support/n8n';
import { withProgress } from '../../support/setup/progress';
import type { ExampleRun, Runner } from './exampleRun';

/** The whole n8n, with its database, as a user has it. */
export const wholeN8n: Runner = {
  install: async () => await installN8n(n8nVersion),
  run: runInN8n,
};

async function runInN8n(example: ExampleRun): Promise<Execution> {
  const { tarball, folders, credential, workflow, label } = example;
  const n8n = await createN8n({ version: n8nVersion, tarball, folders });
  try {
    const importing = n8n.importCredential(credential);
    await withProgress('Setting up n8n with the credential and the example workflow', importing);
    const id = await n8n.importWorkflow(workflow);
    return await withProgress(label, n8n.execute(id));
  } finally {
    n8n.close();
  }
}
