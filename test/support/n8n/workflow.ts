/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the harness runs outside n8n */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Credential } from './createN8n';
import type { DataTable } from './dataTable';

export interface WorkflowNode {
  name: string;
  type: string;
  parameters: Record<string, unknown>;
  credentials?: Record<string, unknown>;
  [key: string]: unknown;
}

export interface Workflow {
  name: string;
  nodes: WorkflowNode[];
  [key: string]: unknown;
}

/** What takes the place of that of the example, where it has such a thing. */
export interface ExampleOptions {
  /** Holds users.csv. */
  inputFolder?: string;
  /** Receives registered.csv and failed.csv. */
  outputFolder?: string;
  appId?: string;
  dataTable?: Pick<DataTable, 'id' | 'name'>;
}

export const examplesFolder = join(__dirname, '..', '..', '..', 'examples');

const firstExample = 'register-users-from-csv.json';

/** The name of the first example's node. */
export const registerNode = 'Register users';

/** The files of all example workflows, the first one first. */
export function exampleFiles(): string[] {
  const others = readdirSync(examplesFolder).filter(
    (file) => file.endsWith('.json') && file !== firstExample,
  );
  return [firstExample, ...others.sort()];
}

/** An example workflow, made to fit the given surroundings. */
export function exampleWorkflow(options: ExampleOptions, file = firstExample): Workflow {
  const workflow = JSON.parse(readFileSync(join(examplesFolder, file), 'utf8')) as Workflow;
  for (const { parameters } of workflow.nodes) {
    for (const [name, replace] of Object.entries(replacements(options))) {
      if (name in parameters) parameters[name] = replace(parameters[name]);
    }
  }
  return workflow;
}

/** What becomes of a parameter, by its name. */
const replacements = ({ inputFolder, outputFolder, appId, dataTable }: ExampleOptions) => ({
  fileSelector: (example: unknown) => pathIn(inputFolder, String(example)),
  fileName: (example: unknown) => pathIn(outputFolder, String(example)),
  appId: (example: unknown) => appId ?? example,
  dataTableId: (example: unknown) => (dataTable === undefined ? example : chosen(dataTable)),
});

/** As if it had been picked from the list. */
const chosen = ({ id, name }: Pick<DataTable, 'id' | 'name'>) => ({
  __rl: true,
  mode: 'list',
  value: id,
  cachedResultName: name,
});

/** With slashes, which a file selector wants on every system. An expression stays one. */
const pathIn = (folder: string | undefined, path: string) =>
  folder === undefined
    ? path
    : `${path.startsWith('=') ? '=' : ''}${join(folder, basename(path)).replaceAll('\\', '/')}`;

/** The workflow with this credential in every node that has one of its type, or has yet to get one. */
export function withCredential(workflow: Workflow, credential: Omit<Credential, 'data'>): Workflow {
  const { id, name, type } = credential;
  const takesIt = ({ credentials }: WorkflowNode) =>
    credentials !== undefined && (type in credentials || Object.keys(credentials).length === 0);
  const nodes = workflow.nodes.map((node) =>
    takesIt(node) ? { ...node, credentials: { [type]: { id, name } } } : node,
  );
  return { ...workflow, nodes };
}
