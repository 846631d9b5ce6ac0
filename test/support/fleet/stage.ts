/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- the tests run outside n8n */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credentialFor } from '../n8n/fixture';
import { type Credential, packPackage, until, withCredential } from '../n8n';
import { keyPairs } from '../service/keyPairs';
import { type Service, startService } from '../service/service';
import { type Lists, writeLists } from './lists';
import { executionsAtOnce, latency, limit } from './conditions';
import { type ExecutionRecord, type Fleet, openFleet } from './n8n/fleet';
import { listWorkflow } from './n8n/workflow';
import { type Outcome, readOutcomes } from './outcomes';
import { type Seen, seen } from './seen';

const firstAppId = 710_000;
/** What one scenario needs at most. */
const listCount = 12;

export interface RunOptions {
  /** Names the workflow and its webhook. */
  name: string;
  /** Numbers of the lists to register, each by an execution of its own. */
  lists: readonly number[];
  /** Options of the node; none by default. */
  options?: Record<string, unknown>;
  /** Which of the account's keys a list is registered with; by default all with the first. */
  keyOf?: (list: number) => number;
}

/** What a run came to. */
export interface Ended extends Seen {
  outcomes: Outcome[];
  executions: ExecutionRecord[];
  /** The users that the service knows now, and those of them that it was asked for again. */
  registered: string[];
  requestedAgain: string[];
  breaches: number;
}

/** Executions that register lists. */
export interface Run {
  /** Starts one more. */
  trigger(list: number): Promise<void>;
  /** How many requests have arrived. */
  arrived(): Promise<number>;
  /** How many requests were carried out in the last second. */
  carriedOutLately(): Promise<number>;
  executions(): Promise<ExecutionRecord[]>;
  /** Resolves when nothing runs or waits any more. */
  ended(): Promise<Ended>;
}

/** A fleet, lists to register, and the service to register them with, which holds the limit. */
export interface Stage {
  fleet: Fleet;
  lists: Lists;
  /** Starts executions at once. */
  begin(options: RunOptions): Promise<Run>;
  close(): Promise<void>;
}

export async function openStage(workers: number): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'fleet-'));
  const service = await startService();
  const closeService = () => {
    service.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const tarball = await packPackage(folder);
    const lists = writeLists(folder, listCount);
    const concurrency = Math.ceil(executionsAtOnce / workers);
    const { certificate } = service;
    const fleet = await openFleet({ workers, concurrency, tarball, folder, certificate });
    const credentials: Credential[] = [];
    for (const { accessKeyId, secretAccessKey } of keyPairs) {
      credentials.push(await fleet.addCredential(credentialFor(service, { accessKeyId, secretAccessKey })));
    }
    const at = { fleet, lists, folder, service, credentials };
    let runs = 0;
    return {
      fleet,
      lists,
      begin: async (options) => await begin(at, firstAppId + (runs += 1), options),
      close: async () => {
        await fleet.close();
        closeService();
      },
    };
  } catch (error) {
    closeService();
    throw error;
  }
}

interface Place {
  fleet: Fleet;
  lists: Lists;
  folder: string;
  service: Service;
  credentials: readonly Credential[];
}

/** Each run has an app of its own, so that it meets no users of another. */
async function begin(place: Place, appId: number, options: RunOptions): Promise<Run> {
  const { fleet, service, folder, credentials } = place;
  const { name, lists, keyOf = () => 0 } = options;
  const outputFolder = join(folder, name);
  mkdirSync(outputFolder);
  const pathOf = (key: number) => `${name}-${key}`;
  const workflows: string[] = [];
  for (const key of new Set(lists.map(keyOf))) {
    const path = pathOf(key);
    const workflow = listWorkflow({
      path,
      inputFolder: folder,
      outputFolder,
      appId,
      options: options.options ?? {},
    });
    workflows.push(await fleet.addWorkflow(path, withCredential(workflow, credentials[key]!)));
  }
  const trigger = async (list: number) => await fleet.trigger(pathOf(keyOf(list)), { list: String(list) });
  const executions = async () => (await Promise.all(workflows.map(fleet.executionsOf))).flat();
  service.behave({ appId, ...latency, requestsPerSecond: limit });
  await Promise.all(lists.map(trigger));
  return {
    trigger,
    arrived: service.arrived,
    carriedOutLately: service.carriedOutLately,
    executions,
    async ended() {
      await until('every execution has ended', async () => (await executions()).every(hasEnded));
      const outcomes = readOutcomes(outputFolder);
      const { sightings, ...tally } = await service.tally();
      if (sightings.length === 0) throw new Error('The executions have ended, and none has sent anything');
      const context = { lists: place.lists, outcomes, workers: fleet.workers };
      return { ...seen(sightings, context), ...tally, outcomes, executions: await executions() };
    },
  };
}

const hasEnded = ({ status }: ExecutionRecord) => !['new', 'running', 'waiting'].includes(status);
