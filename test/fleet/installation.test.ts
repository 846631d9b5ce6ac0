/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the tests run outside n8n */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Emulator, sampleAppId, startEmulator } from '../support/emulator';
import { queueMode } from '../support/fleet/n8n/queueMode';
import { npmStandIn } from '../support/fleet/n8n/npmStandIn';
import { debianPrograms } from '../support/fleet/servers/debian';
import { startPostgres } from '../support/fleet/servers/postgres';
import { startRedis } from '../support/fleet/servers/redis';
import {
  addCredential,
  addWorkflow,
  exampleWorkflow,
  freePort,
  installN8n,
  n8nVersion,
  newOwner,
  packPackage,
  publish,
  type Rest,
  type Running,
  startN8n,
} from '../support/n8n';
import { environmentOf } from '../support/n8n/environment';
import { accountName, credentialFor } from '../support/n8n/fixture';
import { signIn } from '../support/n8n/signIn';

const root = join(__dirname, '..', '..');
const compose = readFileSync(join(root, 'examples', 'docker', 'compose.yaml'), 'utf8');
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};

/** The list of the Compose file, with the version of this repository in place of a published one. */
const packages = /N8N_COMMUNITY_PACKAGES: '(.*)'/.exec(compose)![1]!.replace(/\$\{.*?\}/, version);

const closing: Array<() => unknown> = [];
const folder = mkdtempSync(join(tmpdir(), 'n8n-by-environment-'));
let emulator: Emulator;
let start: (command: 'start' | 'worker') => Promise<Running & { url: string }>;

beforeAll(async () => {
  const { node, n8n } = await installN8n(n8nVersion);
  emulator = await startEmulator();
  const programs = await debianPrograms();
  const servers = [await startRedis(programs), await startPostgres(programs)];
  closing.push(...servers.map(({ close }) => close), emulator.close);
  const npm = npmStandIn(folder, version, await packPackage(folder));
  const ofFleet = Object.assign({}, queueMode(), ...servers.map(({ env }) => env)) as NodeJS.ProcessEnv;
  start = async (command) => {
    const env = { ...(await environmentOf({ userFolder: folder, node, folders: [] })), ...ofFleet };
    const port = command === 'start' ? env.N8N_PORT! : String(await freePort());
    Object.assign(env, {
      PATH: [npm, env.PATH].join(delimiter),
      N8N_COMMUNITY_PACKAGES_MANAGED_BY_ENV: 'true',
      N8N_COMMUNITY_PACKAGES: packages,
      N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
      QUEUE_HEALTH_CHECK_ACTIVE: 'true',
      QUEUE_HEALTH_CHECK_PORT: port,
      N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
    });
    const url = `http://127.0.0.1:${port}`;
    const instance = { node, n8n, userFolder: folder, env, remove: () => undefined };
    const running = await startN8n(instance, [command], `${url}/healthz/readiness`);
    closing.push(running.close);
    return { ...running, url };
  };
});

afterAll(async () => {
  for (let end = closing.pop(); end !== undefined; end = closing.pop()) await end();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

describe('a package in the environment of n8n, as the Compose file has it', () => {
  let rest: Rest;
  let main: Running & { url: string };

  it('is installed once the main process answers its health check', async () => {
    main = await start('start');
    rest = await signIn(main.url, newOwner());
    const installed = await rest.call<object[]>('GET', '/rest/community-packages');
    expect(installed).toMatchObject([{ packageName: name, installedVersion: version }]);
  });

  it('runs on a worker that shares the folder and is started after that', async () => {
    const worker = await start('worker');
    await addCredential(rest, { ...credentialFor(emulator), name: accountName });
    await publish(rest, await addWorkflow(rest, exampleWorkflow({}, 'register-user-by-webhook.json')));
    const answer = await fetch(`${main.url}/webhook/register-user`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userId: '42' }),
    });
    expect([answer.status, await answer.json()]).toMatchObject([200, { success: true, userId: '42' }]);
    expect(emulator.ledger.find(sampleAppId, '42')).toBeDefined();
    expect(worker.log()).toMatch(/started execution/);
  });
});
