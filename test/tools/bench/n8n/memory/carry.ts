/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmark runs outside n8n */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  addCredential,
  addWorkflow,
  exampleWorkflow,
  n8nVersion,
  startNow,
  startServer,
  type Server,
} from '../../../../support/n8n';
import { accountName, credentialFor } from '../../../../support/n8n/fixture';
import { writeLongList } from '../../../../support/n8n/longList';
import type { Service } from '../../../../support/service/service';
import { readUsage, usageVariables } from '../usage';
import { endOf } from './endOf';

/** A list, and the n8n that it is registered in. */
export interface Load {
  users: number;
  /** The file of the example that registers them. */
  example: string;
  /** What NODE_OPTIONS gives the heap, in MiB; Node.js decides without it. */
  heapMiB?: number;
  /** Further variables of n8n. */
  env?: NodeJS.ProcessEnv;
}

/** What became of it. */
export interface Carried extends Load {
  /** Where the heap of n8n's process ends, by V8. */
  heapLimitMiB: number;
  /** The most memory of all processes of n8n. */
  peakMiB: number;
  registered: number;
  /** n8n's word for how the execution ended; undefined if n8n itself ended. */
  status?: string;
  /** What n8n has said. */
  log: string;
}

const MiB = 2 ** 20;
const trigger = 'When clicking ‘Execute workflow’';
/** Every process notes its usage once a second. */
const lastNoteMs = 2000;

/** Registers a list in an n8n server of its own, as its editor would start it, but with no editor open. */
export async function carry(load: Load, service: Service, tarball: string, appId: number): Promise<Carried> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-memory-'));
  const usageFolder = join(folder, 'usage');
  writeLongList(folder, load.users);
  service.behave({ appId, latencyMs: 100, jitterMs: 20 });
  const env = { ...envOf(usageFolder, load), ...load.env };
  const { certificate } = service;
  const server = await startServer({ version: n8nVersion, tarball, folders: [folder], certificate, env });
  try {
    const status = await run(server, load.example, folder, service, appId);
    const log = server.log();
    const { registered } = await service.tally();
    const heapLimitMiB = Number(readFileSync(`${usageFolder}-heap`, 'utf8')) / MiB;
    const { peakMiB } = readUsage(usageFolder);
    return { ...load, heapLimitMiB, peakMiB, registered: registered.length, status, log };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(
  server: Server,
  file: string,
  folder: string,
  service: Service,
  appId: number,
): Promise<string | undefined> {
  await addCredential(server.rest, { ...credentialFor(service), name: accountName });
  const example = exampleWorkflow({ inputFolder: folder, outputFolder: folder, appId: String(appId) }, file);
  const workflow = await addWorkflow(server.rest, example);
  await startNow(server.rest, workflow, trigger);
  const status = await endOf(server, workflow.id);
  await sleep(lastNoteMs);
  return status;
}

function envOf(usageFolder: string, { heapMiB }: Load): NodeJS.ProcessEnv {
  const { NODE_OPTIONS, ...env } = usageVariables(usageFolder, ['memory/heapLimit.cjs']);
  const heap = heapMiB === undefined ? '' : ` --max-old-space-size=${heapMiB}`;
  return { ...env, NODE_OPTIONS: `${NODE_OPTIONS}${heap}` };
}
