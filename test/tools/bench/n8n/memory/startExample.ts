import {
  addCredential,
  addWorkflow,
  exampleWorkflow,
  registerNode,
  startNow,
  type Server,
  type WorkflowNode,
} from '../../../../support/n8n';
import { accountName, credentialFor } from '../../../../support/n8n/fixture';
import type { Address } from '../../../../support/service/service';
import type { Load } from './carry';

/** What the example works with. */
interface Surroundings {
  service: Address;
  appId: number;
  /** Holds users.csv, and gets the results. */
  folder: string;
}

const trigger = 'When clicking ‘Execute workflow’';

/** Starts an example in a server. Returns the id of the workflow. */
export async function startExample(
  { rest }: Server,
  { example, validateOnly }: Load,
  { service, appId, folder }: Surroundings,
): Promise<string> {
  await addCredential(rest, { ...credentialFor(service), name: accountName });
  const folders = { inputFolder: folder, outputFolder: folder };
  const workflow = exampleWorkflow({ ...folders, appId: String(appId) }, example);
  const { parameters } = workflow.nodes.find(({ name }) => name === registerNode) as WorkflowNode;
  parameters.options = { ...(parameters.options as object), validateOnly };
  const stored = await addWorkflow(rest, workflow);
  await startNow(rest, stored, trigger);
  return stored.id;
}
