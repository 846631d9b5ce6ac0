import { exampleWorkflow, registerNode, type WorkflowNode } from '../../../n8n';
import type { Way } from './way';

/** This package, with the columns mapped as in its example. */
export const ours: Way = {
  name: 'Volcengine RTC node',
  nodes: ({ folder, appId }) => {
    const { nodes } = exampleWorkflow({ inputFolder: folder, outputFolder: folder, appId: String(appId) });
    return [nodes.find(({ name }) => name === registerNode) as WorkflowNode];
  },
};
