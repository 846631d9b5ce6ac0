import type {
  ICredentialDataDecryptedObject,
  INode,
  IRun,
  IWorkflowExecuteAdditionalData,
  Workflow,
} from 'n8n-workflow';
import { credentialsHelper } from '../../../../support/engine/credentialsHelper';
import type { Job } from '../job';
import { loadEngine, type Engine } from './loadEngine';
import { loadNodes, type LoadedTypes } from './loadNodes';

const mode = 'cli';

/** Runs a workflow from its trigger to its end, on n8n's engine alone. */
export async function executeWorkflow(job: Job): Promise<IRun> {
  const engine = loadEngine(job.engineFolder);
  // Files travel from node to node through this service, on the disk as n8n has it.
  await engine.container.get(engine.core.BinaryDataService).init();
  const types = await loadNodes(engine, job);
  const workflow = workflowOf(engine, types, job);
  const { WorkflowExecute } = engine.core;
  const data = engine.workflow.createEmptyRunExecutionData();
  const run = new WorkflowExecute(additionalData(engine, types, job), mode, data);
  return await run.run({ workflow, startNode: workflow.getStartNode() });
}

function workflowOf({ workflow }: Engine, { nodeTypes }: LoadedTypes, { workflow: saved }: Job): Workflow {
  const { name, nodes, connections, settings } = saved;
  return new workflow.Workflow({
    id: 'example',
    name,
    nodes: nodes as unknown as INode[],
    connections: connections as Workflow['connectionsBySourceNode'],
    settings: settings as Workflow['settings'],
    active: false,
    nodeTypes,
  });
}

/** What n8n's server brings to an execution. */
function additionalData(
  { core }: Engine,
  { credentialType }: LoadedTypes,
  { credential, workflow }: Job,
): IWorkflowExecuteAdditionalData {
  const type = credentialType(credential.type);
  const data = credential.data as ICredentialDataDecryptedObject;
  return {
    credentialsHelper: credentialsHelper({ type, data }),
    hooks: new core.ExecutionLifecycleHooks(mode, '1', workflow as never),
    currentNodeExecutionIndex: 0,
    variables: {},
    executionId: '1',
    webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
    formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
  } as unknown as IWorkflowExecuteAdditionalData;
}
