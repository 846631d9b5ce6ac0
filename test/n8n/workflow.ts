/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the harness runs outside n8n */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface WorkflowNode {
  name: string;
  type: string;
  parameters: Record<string, unknown>;
  [key: string]: unknown;
}

export interface Workflow {
  name: string;
  nodes: WorkflowNode[];
  [key: string]: unknown;
}

export interface ExampleOptions {
  /** Holds users.csv. */
  inputFolder: string;
  /** Receives registered.csv and failed.csv. */
  outputFolder: string;
  /** Replaces that of the example. */
  appId?: string;
}

export const examplesFolder = join(__dirname, '..', '..', 'examples');

/** The name of the example's node. */
export const registerNode = 'Register users';

/** The example workflow, with the paths of its files moved to the given folders. */
export function exampleWorkflow({ inputFolder, outputFolder, appId }: ExampleOptions): Workflow {
  const workflow = JSON.parse(
    readFileSync(join(examplesFolder, 'register-users-from-csv.json'), 'utf8'),
  ) as Workflow;
  for (const { name, parameters } of workflow.nodes) {
    const { fileSelector, fileName } = parameters;
    if (typeof fileSelector === 'string') parameters.fileSelector = pathIn(inputFolder, fileSelector);
    if (typeof fileName === 'string') parameters.fileName = pathIn(outputFolder, fileName);
    if (name === registerNode && appId !== undefined) parameters.appId = appId;
  }
  return workflow;
}

/** With slashes, which a file selector wants on every system. */
const pathIn = (folder: string, path: string) => join(folder, basename(path)).replaceAll('\\', '/');
