import type { Credential } from './createN8n';
import { withCredential, type Workflow, type WorkflowNode } from './workflow';

const node: WorkflowNode = {
  id: 'model',
  name: 'OpenAI Chat Model',
  type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
  typeVersion: 1.2,
  position: [224, 224],
  parameters: { model: { __rl: true, mode: 'list', value: 'gpt-4.1-mini' }, options: {} },
  credentials: {},
};

/** The workflow with the model that its agent is in want of. */
export function withModel(workflow: Workflow, credential: Omit<Credential, 'data'>): Workflow {
  const toAgent = { ai_languageModel: [[{ node: 'AI Agent', type: 'ai_languageModel', index: 0 }]] };
  const { nodes, connections } = workflow;
  return withCredential(
    {
      ...workflow,
      nodes: [...nodes, node],
      connections: { ...(connections as object), [node.name]: toAgent },
    },
    credential,
  );
}
