import { type INode, NodeHelpers } from 'n8n-workflow';
import { toMapperField } from '../../nodes/VolcengineRtc/operations/column';
import { operationNamed } from '../../nodes/VolcengineRtc/operations';
import { VolcengineRtc } from '../../nodes/VolcengineRtc/VolcengineRtc.node';
import { exampleFiles, exampleWorkflow, examplesFolder, type WorkflowNode } from '../support/n8n';

const folders = { inputFolder: examplesFolder, outputFolder: examplesFolder };
const ours = exampleFiles().flatMap((file) =>
  exampleWorkflow(folders, file)
    .nodes.filter(({ type }) => type.startsWith('n8n-nodes-volcengine-rtc.'))
    .map((node) => ({ file, node })),
);

/** The parameters that n8n adds to a node that is a tool. */
const ofTools = ({ type, parameters: { descriptionType, toolDescription } }: WorkflowNode) =>
  type.endsWith('Tool') ? { descriptionType, toolDescription } : {};

test.each(ours)('$node.name in $file gives what its operation asks for, and nothing else', ({ node }) => {
  const { description } = new VolcengineRtc();
  const { properties } = description;
  const stored = node as unknown as INode;
  expect(NodeHelpers.getNodeParametersIssues(properties, stored, description)).toBeNull();
  const kept = NodeHelpers.getNodeParameters(properties, stored.parameters, true, false, stored, description);
  expect({ ...kept, ...ofTools(node) }).toMatchObject(node.parameters);
});

test.each(ours)('the columns in $file are those of $node.name, else the editor warns', ({ node }) => {
  const { resource, operation, users } = node.parameters as {
    resource?: string;
    operation: string;
    users?: { schema: Array<{ removed: boolean }> };
  };
  const rows = operationNamed(operation, resource)?.rows;
  const columns = rows?.from === 'users' ? rows.columns.map((column) => toMapperField(column)) : undefined;
  expect(users?.schema).toEqual(columns?.map((column) => ({ ...column, removed: false })));
});
