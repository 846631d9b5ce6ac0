import {
  addCredential,
  exampleFiles,
  exampleTables,
  exampleWorkflow,
  withCredential,
  type ExampleOptions,
  type Rest,
} from '../../support/n8n';

/** Where to find a workflow in the editor. */
export interface Loaded {
  name: string;
  path: string;
}

interface Named {
  id: string;
  name: string;
}

const type = 'volcengineRtcApi';
const credentialName = 'Volcengine RTC emulator';

/**
 * Brings the credential up to date, and adds the example workflows that n8n does not have yet: what the user changed
 * in the others stays.
 */
export async function loadExamples(
  rest: Rest,
  credential: Record<string, string>,
  folders: ExampleOptions,
): Promise<Loaded[]> {
  const id = await keepCredential(rest, credential);
  const present = await rest.call<Named[]>('GET', '/rest/workflows');
  const tables = await exampleTables(rest);
  const loaded: Loaded[] = [];
  for (const file of exampleFiles()) {
    const example = exampleWorkflow({ ...folders, dataTable: tables[file] }, file);
    const workflow = withCredential(example, { id, name: credentialName, type });
    const { id: workflowId } =
      present.find(({ name }) => name === workflow.name) ??
      (await rest.call<Named>('POST', '/rest/workflows', workflow));
    loaded.push({ name: workflow.name, path: `/workflow/${workflowId}` });
  }
  return loaded;
}

async function keepCredential(rest: Rest, data: Record<string, string>): Promise<string> {
  const credential = { name: credentialName, type, data };
  const all = await rest.call<Named[]>('GET', '/rest/credentials');
  const before = all.find(({ name }) => name === credentialName);
  const { id } = await (before === undefined
    ? addCredential(rest, credential)
    : rest.call<{ id: string }>('PATCH', `/rest/credentials/${before.id}`, credential));
  return id;
}
