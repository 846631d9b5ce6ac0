import { exampleWorkflow, registerNode, type WorkflowNode } from '../../../../support/n8n';
import type { Way } from './way';

/** This package, with the columns mapped as in its example. */
export const ours: Way = oursWith({});

/** The same, with options set. */
export function oursWith(options: Record<string, unknown>): Way {
  return {
    name: 'Volcengine RTC node',
    nodes: ({ folder, appId }) => {
      const { nodes } = exampleWorkflow({ inputFolder: folder, outputFolder: folder, appId: String(appId) });
      const node = nodes.find(({ name }) => name === registerNode) as WorkflowNode;
      return [{ ...node, parameters: { ...node.parameters, options } }];
    },
  };
}
