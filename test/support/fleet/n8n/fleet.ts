/* eslint-disable @n8n/community-nodes/require-node-api-error -- the tests run outside n8n */
import { type Credential, n8nVersion, type Server, startServer, until, type Workflow } from '../../n8n';
import { debianPrograms } from '../servers/debian';
import { startPostgres } from '../servers/postgres';
import { startRedis } from '../servers/redis';
import { queueMode } from './queueMode';
import { startWorker, type Worker } from './worker';

export interface FleetOptions {
  workers: number;
  /** Executions that a worker works on at once. */
  concurrency: number;
  /** The packed package. */
  tarball: string;
  /** The folder that workflows may read and write. */
  folder: string;
  /** PEM text of the authority of the service. */
  certificate: string;
}

/** An execution, as n8n keeps it. */
export interface ExecutionRecord {
  id: string;
  workflowId: string;
  status: string;
}

/** An n8n in queue mode: a main process, workers, and their servers. */
export interface Fleet {
  /** Those that have been started, whatever became of them. */
  readonly workers: readonly Worker[];
  /** Starts one more. */
  join(): Promise<Worker>;
  addCredential(credential: Credential): Promise<Credential>;
  /** Creates a workflow, and returns its id as soon as its webhook, of this path, is live. */
  addWorkflow(path: string, workflow: Workflow): Promise<string>;
  /** Calls the webhook of a path with a query. */
  trigger(path: string, query: Record<string, string>): Promise<void>;
  executionsOf(workflowId: string): Promise<ExecutionRecord[]>;
  /** A value of the query that the webhook of an execution was called with. */
  queryOf(execution: string, name: string): Promise<string>;
  /** Ends all that was started, in the reverse order. */
  close(): Promise<void>;
}

export async function openFleet({ workers: count, concurrency, ...given }: FleetOptions): Promise<Fleet> {
  const closing: Array<() => Promise<void>> = [];
  const close = async () => {
    for (let end = closing.pop(); end !== undefined; end = closing.pop()) await end();
  };
  try {
    const { tarball, folder, certificate } = given;
    const env = queueMode();
    const options = { version: n8nVersion, tarball, folders: [folder], certificate, env };
    const programs = await debianPrograms();
    for (const start of [startRedis, startPostgres]) {
      const server = await start(programs);
      closing.push(server.close);
      Object.assign(env, server.env);
    }
    const main = await startServer(options);
    closing.push(main.close);
    const workers: Worker[] = [];
    const join = async () => {
      const worker = await startWorker(`worker ${workers.length + 1}`, concurrency, options);
      closing.push(worker.close);
      workers.push(worker);
      return worker;
    };
    while (workers.length < count) await join();
    return { workers, join, close, ...requestsOf(main) };
  } catch (error) {
    await close();
    throw error;
  }
}

type Requests = Pick<Fleet, 'addCredential' | 'addWorkflow' | 'trigger' | 'executionsOf' | 'queryOf'>;

function requestsOf({ url, rest }: Server): Requests {
  return {
    async addCredential({ name, type, data }) {
      const { id } = await rest.call<{ id: string }>('POST', '/rest/credentials', { name, type, data });
      return { id, name, type, data };
    },
    async addWorkflow(path, workflow) {
      const { id, versionId } = await rest.call<Saved>('POST', '/rest/workflows', workflow);
      await rest.call('POST', `/rest/workflows/${id}/activate`, { versionId });
      await until(`the webhook ${path} is live`, async () => await isLive(`${url}/webhook/${path}`));
      return id;
    },
    async trigger(path, query) {
      const response = await fetch(`${url}/webhook/${path}?${new URLSearchParams(query)}`);
      if (!response.ok) throw new Error(`The webhook ${path} answered ${response.status}`);
    },
    async executionsOf(workflowId) {
      const query = new URLSearchParams({ filter: JSON.stringify({ workflowId }), limit: '100' });
      type Page = { results: ExecutionRecord[] };
      return (await rest.call<Page>('GET', `/rest/executions?${query}`)).results;
    },
    async queryOf(execution, name) {
      const { data } = await rest.call<{ data: string }>('GET', `/rest/executions/${execution}`);
      // A list of values, in which objects name their own by their places.
      const values = JSON.parse(data) as unknown[];
      const query = values.find((value): value is Record<string, string> =>
        Object.hasOwn(Object(value), name),
      );
      return String(values[Number(query?.[name])]);
    },
  };
}

/** n8n makes a webhook live some time after it has said so. Asked for the methods that it takes, it starts nothing. */
async function isLive(url: string): Promise<boolean> {
  const response = await fetch(url, { method: 'OPTIONS', headers: { origin: url } });
  return response.headers.get('access-control-allow-methods')?.includes('GET') ?? false;
}

interface Saved {
  id: string;
  versionId: string;
}
