/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads replies as streams, outside n8n */
import { text } from 'node:stream/consumers';
import type { IExecuteFunctions, IHttpRequestOptions, INodeExecutionData } from 'n8n-workflow';
import { nodeParameters } from '../../../support/engine/nodeParameters';
import { rowsOf } from '../../../support/engine/users';
import { savedCredential } from '../account';
import { answerAtOnce } from '../answerAtOnce';
import { registerUsers, runOperation } from '../built';
import { answer } from '../childTask';
import { inNode } from '../inNode';
import { unpaced } from '../unpaced';
import { costOfStages } from './costOfStages';
import { cpuMsOf } from './cpuMsOf';
import { forAll } from './forAll';
import { sendBare } from './sendBare';
import { signedRequests } from './signedRequests';

/** What to measure: this many requests to an emulator. */
export interface Question {
  url: string;
  requests: number;
}

/** Processor time for a request with 20 users, in milliseconds. */
export interface RequestCosts {
  /** What the node does for a request alone: it batches, serialises, signs, judges and settles; answered in memory. */
  stages: number;
  /** All that the node does, from items to outputs, answered in memory. */
  node: number;
  /** n8n's HTTP helper with a request that is signed already. */
  helper: number;
  /** The node through n8n's HTTP helper. */
  both: number;
  /** A client that keeps its connections, with a request that is signed already. */
  bare: number;
}

/** The first one warms up. */
const rounds = 10;

/** With this share of the limit the node has as many requests under way as the others here: see `forAll`. */
const parameters = nodeParameters({ options: { maxRequestsPerSecond: 8 } });

/** What each round has found; a machine may be slow in one and quick in the next, so compare within a round. */
async function measureRequests({ url, requests }: Question): Promise<RequestCosts[]> {
  const users = requests * registerUsers.limits.rowsPerRequest;
  let first = 0;
  /** Users that nobody has registered: an answer that refuses twenty of them would cost the node more than the others. */
  const newItems = () => asParsed(rowsOf(users, (first += users)).map((json) => ({ json })));
  const signed = async () => await signedRequests(url, newItems());
  const run = async (contextOf: (context: IExecuteFunctions) => IExecuteFunctions) =>
    await costOfRun(url, newItems(), contextOf);
  const costs = {
    stages: async () => await costOfStages(url, newItems()),
    node: async () => await run((context) => answerAtOnce(context, () => {})),
    helper: async () => await costOfHelper(url, await signed()),
    both: async () => await run((context) => context),
    bare: async () => await costOfBare(await signed()),
  };
  const found: RequestCosts[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const cost = { stages: 0, node: 0, helper: 0, both: 0, bare: 0 };
    for (const name of Object.keys(cost) as Array<keyof RequestCosts>) {
      cost[name] = (await costs[name]()) / requests;
    }
    found.push(cost);
  }
  return found.slice(1);
}

/** Items as they come from a file or a database: each text in one piece, as a parser makes it. */
function asParsed(items: INodeExecutionData[]): INodeExecutionData[] {
  return JSON.parse(JSON.stringify(items)) as INodeExecutionData[];
}

/** The processor time of a run of the node. */
async function costOfRun(
  url: string,
  items: INodeExecutionData[],
  contextOf: (context: IExecuteFunctions) => IExecuteFunctions,
): Promise<number> {
  return await inNode(parameters, items, savedCredential(url), async (context) => {
    const runContext = contextOf(context);
    return await cpuMsOf(async () => await runOperation(runContext, registerUsers, unpaced));
  });
}

async function costOfBare(signed: readonly IHttpRequestOptions[]): Promise<number> {
  return await cpuMsOf(async () => await forAll(signed, sendBare));
}

/** The processor time of n8n's HTTP helper, with a credential that has nothing left to do. */
async function costOfHelper(url: string, signed: readonly IHttpRequestOptions[]): Promise<number> {
  const { type, data } = savedCredential(url);
  const authenticate = async (_data: unknown, options: IHttpRequestOptions) => options;
  const credential = { type: Object.assign(type, { authenticate }), data };
  return await inNode(nodeParameters(), [{ json: {} }], credential, async (context) => {
    const send = async (options: IHttpRequestOptions) => {
      const sent = context.helpers.httpRequestWithAuthentication.call(context, type.name, options);
      const { statusCode, body } = (await sent) as { statusCode: number; body: NodeJS.ReadableStream };
      await text(body);
      if (statusCode !== 200) throw new Error(`The emulator answered with ${statusCode}`);
    };
    return await cpuMsOf(async () => await forAll(signed, send));
  });
}

answer(measureRequests);
