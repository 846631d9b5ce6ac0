/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the benchmark runs outside n8n */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credentialFor, withCredential } from '../../../support/n8n/fixture';
import { writeLongList } from '../../../support/n8n/longList';
import { createN8n, installN8n, type N8n, n8nVersion, packPackage } from '../../../support/n8n';
import { run } from '../../../support/n8n/run';
import { type Measures, measuresOf } from './measures';
import { type Behaviour, type Service, type Sighting, startService } from '../../../support/service/service';
import { longestBlockMs } from './longestBlock';
import { readUsage, usageVariables } from './usage';
import type { Stage, Way } from './ways';
import { workflowWith } from './workflow';

/** How the service behaves in a trial, and whether n8n is busy with other things. */
export interface Conditions extends Omit<Behaviour, 'appId'> {
  isBusy?: boolean;
}

/** One n8n and one emulator over TLS, on which all ways are tried, one after the other. */
export interface Rig {
  /** Registers the list in one way and measures it. */
  try(way: Way, conditions: Conditions): Promise<Measures>;
  /** Sends the list in one way, and gives the requests and for how long n8n's event loop was kept meanwhile. */
  watch(way: Way, conditions: Conditions): Promise<{ sightings: Sighting[]; longestBlockMs: number }>;
  /** The ids of the list. */
  userIds: readonly string[];
  close(): void;
}

const firstAppId = 700_000;
const commandTimeoutMs = 5 * 60_000;

/** @param users length of the list that each trial registers */
export async function openRig(users: number): Promise<Rig> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const rows = writeLongList(folder, users);
  const service = await startService();
  const n8n = await createN8n({
    version: n8nVersion,
    tarball: await packPackage(folder),
    folders: [folder],
    certificate: service.certificate,
    env: {
      NODE_FUNCTION_ALLOW_BUILTIN: 'crypto',
      N8N_CUSTOM_EXTENSIONS: join(__dirname, 'bareLoop'),
    },
  });
  const inN8n = await runnerInN8n(n8n, service);
  let trials = 0;
  const run = async (way: Way, behaviour: Omit<Behaviour, 'appId'>, loaded: readonly string[]) => {
    trials += 1;
    // An app of its own, so that no trial meets the users of another.
    const appId = firstAppId + trials;
    service.behave({ ...behaviour, appId });
    const usageFolder = join(folder, `usage-${trials}`);
    const runWay = way.command === undefined ? inN8n : outsideN8n;
    await runWay(way, { service, appId, folder, rows }, usageVariables(usageFolder, loaded));
    return { tally: await service.tally(), usageFolder };
  };
  return {
    userIds: rows.map((row) => String(row['User ID'])),
    async try(way, { isBusy = false, ...behaviour }) {
      const { tally, usageFolder } = await run(way, behaviour, isBusy ? ['busy.cjs'] : []);
      const arrivalsAt = tally.sightings.map(({ at }) => at);
      return measuresOf(arrivalsAt, readUsage(usageFolder), users - tally.registered.length);
    },
    async watch(way, behaviour) {
      const { tally, usageFolder } = await run(way, behaviour, ['blocks.cjs']);
      const { sightings } = tally;
      const [from = 0, to = 0] = [sightings[0]?.at, sightings.at(-1)?.at];
      return { sightings, longestBlockMs: longestBlockMs(usageFolder, from, to) };
    },
    close() {
      n8n.close();
      service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type RunWay = (way: Way, stage: Stage, env: NodeJS.ProcessEnv) => Promise<void>;

async function runnerInN8n(n8n: N8n, service: Service): Promise<RunWay> {
  const credential = credentialFor(service);
  await n8n.importCredential(credential);
  return async ({ nodes }, stage, env) => {
    const workflow = workflowWith(stage.folder, ...(nodes?.(stage) ?? []));
    await n8n.execute(await n8n.importWorkflow(withCredential(workflow, credential)), env);
  };
}

/** Node.js is the one that n8n runs on. */
const outsideN8n: RunWay = async ({ command }, stage, env) => {
  const { node } = await installN8n(n8nVersion);
  const caFile = join(stage.folder, 'authority.pem');
  writeFileSync(caFile, stage.service.certificate);
  await run(node, command?.(stage) ?? [], {
    cwd: stage.folder,
    env: { ...process.env, ...env, NODE_EXTRA_CA_CERTS: caFile },
    timeoutMs: commandTimeoutMs,
  });
};
