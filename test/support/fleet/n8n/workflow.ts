import { exampleWorkflow, registerNode, type Workflow, type WorkflowNode } from '../../n8n';

export interface ListWorkflowOptions {
  /** Names the webhook. */
  path: string;
  /** Holds a folder for each list, `list-<number>`, with its users.csv. */
  inputFolder: string;
  /** Receives `registered-<list>-<execution>.csv` and `failed-<list>-<execution>.csv`. */
  outputFolder: string;
  appId: number;
  /** Options of the node. */
  options: Record<string, unknown>;
}

const trigger = 'Webhook';
const list = `{{ $('${trigger}').first().json.query.list }}`;

/** The example workflow, with a webhook that names the list to register in place of its manual trigger. */
export function listWorkflow({ path, inputFolder, outputFolder, ...node }: ListWorkflowOptions): Workflow {
  const example = exampleWorkflow({ inputFolder, outputFolder, appId: String(node.appId) });
  const isManual = ({ type }: WorkflowNode) => type === 'n8n-nodes-base.manualTrigger';
  const manualTrigger = example.nodes.find(isManual);
  const webhook = {
    ...manualTrigger,
    name: trigger,
    type: 'n8n-nodes-base.webhook',
    typeVersion: 2,
    webhookId: path,
    parameters: { path, responseMode: 'onReceived', options: {} },
  };
  for (const { name, parameters } of example.nodes) {
    if ('fileSelector' in parameters) parameters.fileSelector = `=${inputFolder}/list-${list}/users.csv`;
    if ('fileName' in parameters) parameters.fileName = `=${outputFolder}/${outcomeOf(parameters.fileName)}`;
    if (name === registerNode) parameters.options = node.options;
  }
  const { [manualTrigger?.name ?? '']: first, ...connections } = example.connections as object & {
    [name: string]: unknown;
  };
  return {
    ...example,
    name: path,
    nodes: [webhook, ...example.nodes.filter((one) => !isManual(one))],
    connections: { ...connections, [trigger]: first },
  };
}

/** From `…/registered.csv` to the name of an execution's own file. */
function outcomeOf(fileName: unknown): string {
  const [, outcome] = /(\w+)\.csv$/.exec(String(fileName)) ?? [];
  return `${outcome}-${list}-{{ $execution.id }}.csv`;
}
