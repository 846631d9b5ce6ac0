/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the benchmark runs outside n8n */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { n8nVersion, startServer } from '../../../../support/n8n';
import { writeLongList } from '../../../../support/n8n/longList';
import type { Service } from '../../../../support/service/service';
import { readUsage, usageVariables } from '../usage';
import { endOf } from './endOf';
import { startExample } from './startExample';

/** A list, and the n8n that is to carry it. */
export interface Load {
  users: number;
  /** The file of the example that registers them. */
  example: string;
  /** Whether the users are only checked and batched, which is quick. */
  validateOnly?: boolean;
  /** What NODE_OPTIONS gives the heap, in MiB; without it Node.js decides. */
  heapMiB?: number;
}

/** What became of it. */
export interface Carried extends Load {
  /** Where the heap of n8n's process ends, by V8. */
  heapLimitMiB: number;
  /** The most memory of each process of n8n, added up. */
  peakMiB: number;
  /** Users of the app at the end. */
  registered: number;
  /** Rows of the files that the example wrote for those who were registered. */
  written: number;
  /** n8n's word for how the execution ended, such as `success`; undefined if n8n itself has ended. */
  status?: string;
  /** What n8n has said. */
  log: string;
}

const MiB = 2 ** 20;
/** Every process notes its usage once a second. */
const lastNoteMs = 2000;
let lastAppId = 700_000;

/** Registers a list in an n8n server of its own, started as by its button, but with no editor open. */
export async function carry(load: Load, service: Service, tarball: string): Promise<Carried> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-memory-'));
  const usageFolder = join(folder, 'usage');
  // An app of its own, so that no run meets the users of another.
  const appId = ++lastAppId;
  writeLongList(folder, load.users);
  service.behave({ appId, latencyMs: 100, jitterMs: 20 });
  const { certificate } = service;
  const env = envOf(usageFolder, load);
  const server = await startServer({ version: n8nVersion, tarball, folders: [folder], certificate, env });
  try {
    const status = await endOf(server, await startExample(server, load, { service, appId, folder }));
    await sleep(lastNoteMs);
    const heapLimitMiB = Number(readFileSync(`${usageFolder}-heap`, 'utf8')) / MiB;
    const { peakMiB } = readUsage(usageFolder);
    const registered = (await service.tally()).registered.length;
    const written = rowsWritten(folder);
    return { ...load, heapLimitMiB, peakMiB, registered, written, status, log: server.log() };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function envOf(usageFolder: string, { heapMiB }: Load): NodeJS.ProcessEnv {
  const { NODE_OPTIONS = '', ...env } = usageVariables(usageFolder, ['memory/heapLimit.cjs']);
  const heap = heapMiB === undefined ? [] : [`--max-old-space-size=${heapMiB}`];
  return { ...env, NODE_OPTIONS: [NODE_OPTIONS, ...heap].join(' ') };
}

/** A line for each row and one for the header, the last of them without a line break. */
function rowsWritten(folder: string): number {
  const files = readdirSync(folder).filter((name) => /^registered.*\.csv$/.test(name));
  return files
    .map((name) => readFileSync(join(folder, name)))
    .reduce((rows, bytes) => rows + bytes.filter((byte) => byte === 10).length, 0);
}
