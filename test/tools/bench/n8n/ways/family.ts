import { exampleWorkflow, registerNode, type WorkflowNode } from '../../../../support/n8n';
import type { Stage, Way } from './way';

/** The node of the example with other parameters. */
function nodeWith({ folder, appId }: Stage, parameters: Record<string, unknown>): WorkflowNode {
  const { nodes } = exampleWorkflow({ inputFolder: folder, outputFolder: folder, appId: String(appId) });
  const node = nodes.find(({ name }) => name === registerNode) as WorkflowNode;
  return { ...node, parameters: { ...node.parameters, resource: 'user', ...parameters } };
}

export const getUsers: Way = {
  name: 'Get Users',
  nodes: (stage) => [nodeWith(stage, { operation: 'getUsers', userId: '={{ $json["User ID"] }}' })],
};

export const registerOrUpdateUsers: Way = {
  name: 'Register or Update Users',
  nodes: (stage) => [nodeWith(stage, { operation: 'registerOrUpdateUsers' })],
};
