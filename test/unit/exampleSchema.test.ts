import { toMapperField } from '../../nodes/VolcengineRtc/operations/column';
import { operationNamed } from '../../nodes/VolcengineRtc/operations';
import { exampleFiles, exampleWorkflow, examplesFolder } from '../support/n8n';

const folders = { inputFolder: examplesFolder, outputFolder: examplesFolder };
const ours = exampleFiles().flatMap((file) =>
  exampleWorkflow(folders, file)
    .nodes.filter(({ type }) => type.startsWith('n8n-nodes-volcengine-rtc.'))
    .map((node) => ({ file, node })),
);

test.each(ours)('the columns in $file are those of the node, else the editor warns', ({ node }) => {
  const { operation, users } = node.parameters as {
    operation: string;
    users: { schema: Array<{ removed: boolean }> };
  };
  const columns = operationNamed(operation)?.rows?.columns.map(toMapperField);
  expect(users.schema).toEqual(columns?.map((column) => ({ ...column, removed: false })));
});
