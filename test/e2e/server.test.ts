/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- the tests run outside n8n */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { n8nVersion, startServer, type Server } from '../support/n8n';
import { newFolder } from '../support/n8n/fixture';

const isUp = async (url: string): Promise<boolean> =>
  await fetch(url).then(
    () => true,
    () => false,
  );

describe('a server', () => {
  const userFolder = newFolder();
  const owner = { email: 'somebody@example.com', password: `Ab3-${Date.now()}` };
  let server: Server;

  afterEach(async () => await server?.close());

  it.each(['first', 'second'])('answers its owner at the %s start in a folder', async () => {
    const env = { GENERIC_TIMEZONE: 'Asia/Shanghai' };
    const tarball = process.env.E2E_TARBALL!;
    server = await startServer({ version: n8nVersion, tarball, userFolder, owner, env });
    expect(await server.rest.call('GET', '/rest/login')).toMatchObject({ email: owner.email });
    expect(await server.rest.call('GET', '/rest/settings')).toMatchObject({ timezone: 'Asia/Shanghai' });
    const nodeInfos = [{ name: 'n8n-nodes-volcengine-rtc.volcengineRtc', version: 1 }];
    const nodes = await server.rest.call('POST', '/rest/node-types', { nodeInfos });
    const outputs = [{ displayName: 'Success' }, { displayName: 'Failed' }];
    expect(nodes).toMatchObject([{ displayName: 'Volcengine RTC', outputs }]);
    await server.close();
    expect(await isUp(server.url)).toBe(false);
  });
});

it('ends with the process that started it, even if that is killed', async () => {
  const script = join(__dirname, 'serverThatStays.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  const url = String(said).trim();
  expect(await isUp(url)).toBe(true);
  child.kill('SIGKILL');
  const deadline = performance.now() + 15_000;
  while ((await isUp(url)) && performance.now() < deadline) await sleep(100);
  expect(await isUp(url)).toBe(false);
});
