import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
  createEmptyRunExecutionData,
  type IConnections,
  type INode,
  type INodeExecutionData,
  type INodeParameters,
  type INodeType,
  type IRun,
  type IWorkflowExecuteAdditionalData,
  NodeConnectionTypes,
  Workflow,
} from 'n8n-workflow';
import { credentialsHelper, type SavedCredential } from './credentialsHelper';

/** A node under test, as a user has set it up. */
export interface NodeSetUp {
  type: INodeType;
  parameters: INodeParameters;
  credential?: SavedCredential;
  /** Further settings of the node: `onError`, `retryOnFail` and so on. */
  settings?: Partial<INode>;
  /** A node that the items go through before they reach the one under test. */
  between?: INodeType;
}

/** A run under way: the end of it, and a way to cancel it as a user would. */
export interface RunUnderWay {
  ended: Promise<IRun>;
  cancel(): void;
}

const source = 'Source';
const between = 'Between';
export const nodeUnderTest = 'Under Test';

/** Runs `Source -> node under test` on n8n's real engine: its expressions, its HTTP helper, its error handling. */
export function startWorkflow(setUp: NodeSetUp, items: INodeExecutionData[]): RunUnderWay {
  const workflow = buildWorkflow(setUp, items);
  const engine = new WorkflowExecute(
    additionalDataFor(setUp.credential),
    'manual',
    createEmptyRunExecutionData(),
  );
  const ended = engine.run({ workflow, startNode: workflow.getNode(source) ?? undefined });
  return { ended, cancel: () => ended.cancel() };
}

function buildWorkflow(setUp: NodeSetUp, items: INodeExecutionData[]) {
  const { type, parameters, credential, settings } = setUp;
  const typeName = settings?.type ?? 'underTest';
  const types: Record<string, INodeType> = { source: sourceOf(items), [typeName]: type };
  if (setUp.between !== undefined) types.between = setUp.between;
  const credentials = credential && { [credential.type.name]: { id: '1', name: 'Test account' } };
  return new Workflow({
    id: 'test',
    name: 'test',
    active: false,
    nodes: [
      node(source, 'source', {}),
      ...(setUp.between === undefined ? [] : [node(between, 'between', {})]),
      { ...node(nodeUnderTest, typeName, parameters), ...(credentials && { credentials }), ...settings },
    ],
    connections: connectionsOf(
      setUp.between === undefined ? [source, nodeUnderTest] : [source, between, nodeUnderTest],
    ),
    nodeTypes: {
      getByName: (name) => types[name] as INodeType,
      getByNameAndVersion: (name) => types[name] as INodeType,
      getKnownTypes: () => ({}),
    },
  });
}

/** Each node to the next one. */
function connectionsOf(names: string[]): IConnections {
  return Object.fromEntries(
    names
      .slice(1)
      .map((to, at) => [
        names[at] as string,
        { main: [[{ node: to, type: NodeConnectionTypes.Main, index: 0 }]] },
      ]),
  );
}

function node(name: string, type: string, parameters: INodeParameters): INode {
  return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

function sourceOf(items: INodeExecutionData[]): INodeType {
  return {
    description: {
      displayName: source,
      name: 'source',
      group: ['trigger'],
      version: 1,
      description: '',
      defaults: { name: source },
      inputs: [],
      outputs: [NodeConnectionTypes.Main],
      properties: [],
    },
    execute: async () => [items],
  };
}

/** What n8n's server brings to an execution. */
export function additionalDataFor(credential: SavedCredential | undefined): IWorkflowExecuteAdditionalData {
  const workflowData = { id: 'test', name: 'test', active: false, nodes: [], connections: {} };
  return {
    credentialsHelper: credentialsHelper(credential),
    hooks: new ExecutionLifecycleHooks('manual', '1', workflowData as never),
    currentNodeExecutionIndex: 0,
    variables: {},
    executionId: '1',
    webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
    formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
  } as unknown as IWorkflowExecuteAdditionalData;
}
