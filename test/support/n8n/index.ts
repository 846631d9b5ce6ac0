export { addCredential } from './addCredential';
export { aptGet } from './aptGet';
export { createN8n, type Credential, type Execution, type N8n } from './createN8n';
export type { Item, NodeRun } from './execution';
export { readCsv, type Row } from './csvFile';
export { exampleTable, exampleTables, type DataTable } from './dataTable';
export { freePort } from './freePort';
export { interruptAll } from './guarded';
export { installN8n } from './install';
export { packPackage } from './packPackage';
export { privateFolder } from './privateFolder';
export { prepareInstance, type InstanceOptions } from './prepareInstance';
export { restOf, type Owner, type Rest } from './signIn';
export { startN8n } from './startN8n';
export { startRunning, type Running } from './startRunning';
export { newOwner, startServer, type Server } from './startServer';
export { runOrThrow } from './run';
export { savedWith010 } from './savedWith010';
export { addWorkflow, executionEnd, publish, runNow, startNow, type Stored } from './storedWorkflow';
export { takeKeys } from './takeKeys';
export { until } from './until';
export { n8nVersion } from './version';
export { withModel } from './withModel';
export { emulatorService, knownUserId } from './service';
export {
  exampleFiles,
  exampleWorkflow,
  examplesFolder,
  registerNode,
  withCredential,
  type ExampleOptions,
  type Workflow,
  type WorkflowNode,
} from './workflow';
