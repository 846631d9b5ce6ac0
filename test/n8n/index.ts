export { createN8n, type Credential, type Execution, type N8n, type N8nOptions } from './createN8n';
export type { Item, NodeRun } from './execution';
export { readCsv, type Row } from './csvFile';
export { installN8n } from './install';
export { packPackage } from './packPackage';
export { n8nVersion } from './version';
export { knownUserId } from './service';
export { exampleWorkflow, examplesFolder, registerNode, type Workflow, type WorkflowNode } from './workflow';
