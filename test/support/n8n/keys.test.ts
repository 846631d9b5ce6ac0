/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs commands, outside n8n */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runOrThrow } from './run';
import { chooseService } from './service';
import { takeKeys } from './takeKeys';

const keys = {
  VOLC_ACCESSKEY: 'AKLTexample',
  VOLC_SECRETKEY: 'secretExample',
  VOLC_SESSION_TOKEN: 'STSexample',
  VOLC_APP_ID: '666675',
  VOLC_REGION: 'ap-southeast-1',
};

const folder = mkdtempSync(join(tmpdir(), 'keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('keys are taken out of the environment, whatever else is left in it', () => {
  const env = { ...keys, VOLC_OTHER: 'x', volc_lower: 'y', PATH: '/bin' };
  expect(takeKeys(env)).toEqual({
    accessKeyId: 'AKLTexample',
    secretAccessKey: 'secretExample',
    sessionToken: 'STSexample',
    region: 'ap-southeast-1',
    appId: '666675',
  });
  expect(env).toEqual({ PATH: '/bin' });
});

test.each(['VOLC_ACCESSKEY', 'VOLC_SECRETKEY', 'VOLC_APP_ID'])(
  'without %s there are none, and what there is goes all the same',
  (missing) => {
    const env: NodeJS.ProcessEnv = { ...keys, [missing]: undefined, PATH: '/bin' };
    expect(takeKeys(env)).toBeUndefined();
    expect(env).toEqual({ PATH: '/bin' });
  },
);

test('users go to Volcengine where there are keys', async () => {
  const service = await chooseService(takeKeys({ ...keys }));
  expect(service).toMatchObject({
    appId: '666675',
    credential: {
      accessKeyId: 'AKLTexample',
      secretAccessKey: 'secretExample',
      sessionToken: 'STSexample',
      region: 'ap-southeast-1',
      endpoint: '',
    },
  });
});

/** Writes the environment that it is started with into a file. */
const tellEnvironment = (file: string) =>
  `require('node:fs').writeFileSync(${JSON.stringify(file)}, JSON.stringify(process.env))`;

function namesIn(file: string): string[] {
  return Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object);
}

test('no command that the harness runs is given keys', async () => {
  const file = join(folder, 'command.json');
  const env = { ...process.env, ...keys, KEPT: 'yes' };
  await runOrThrow(process.execPath, ['-e', tellEnvironment(file)], { cwd: folder, env, timeoutMs: 60_000 });
  expect(namesIn(file)).toContain('KEPT');
  expect(namesIn(file).filter((name) => name.startsWith('VOLC_'))).toEqual([]);
});

test('the installation of the development dependencies, which runs scripts of theirs, is given no keys', () => {
  const root = join(folder, 'clone');
  const file = join(folder, 'npm.json');
  const npm = join(folder, 'npm-cli.js');
  cpSync(join(__dirname, '..', 'setup'), join(root, 'test', 'support', 'setup'), { recursive: true });
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, 'package-lock.json'), '{"packages":{}}');
  writeFileSync(join(root, 'package.json'), '{"engines":{"node":">=20.19"}}');
  writeFileSync(npm, tellEnvironment(file));
  const script = join(root, 'test', 'support', 'setup', 'ensureDependencies.js');
  const env = { ...process.env, ...keys, KEPT: 'yes', npm_execpath: npm };
  expect(spawnSync(process.execPath, [script], { env }).status).toBe(0);
  expect(namesIn(file)).toContain('KEPT');
  expect(namesIn(file).filter((name) => name.startsWith('VOLC_'))).toEqual([]);
});
