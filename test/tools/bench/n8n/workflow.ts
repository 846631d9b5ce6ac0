import { exampleWorkflow, type Workflow, type WorkflowNode } from '../../../support/n8n';

/** The nodes of the example that read its file, in their order. */
const reading = ['When clicking ‘Execute workflow’', 'Read users.csv', 'Extract rows'];

/** A workflow that reads users.csv in a folder, and then runs these nodes one after the other. */
export function workflowWith(inputFolder: string, ...nodes: WorkflowNode[]): Workflow {
  const example = exampleWorkflow({ inputFolder, outputFolder: inputFolder });
  const chain = [...example.nodes.filter(({ name }) => reading.includes(name)), ...nodes];
  const links = chain
    .slice(1)
    .map(({ name: node }, index) => [
      (chain[index] as WorkflowNode).name,
      { main: [[{ node, type: 'main', index: 0 }]] },
    ]);
  return { ...example, name: 'Benchmark', nodes: chain, connections: Object.fromEntries(links) };
}

/** A node of a workflow. */
export function node(
  name: string,
  type: string,
  typeVersion: number,
  parameters: Record<string, unknown>,
): WorkflowNode {
  return { id: name, name, type, typeVersion, position: [660, 300], parameters };
}
