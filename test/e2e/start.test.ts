/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- the tests run outside n8n */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { examplesFolder, readCsv, type Row } from '../support/n8n';
import { newFolder } from '../support/n8n/fixture';

const script = join(__dirname, '..', 'tools', 'start', 'start.ts');
const typeScript = pathToFileURL(require.resolve('tsx')).href;

interface Started {
  exitCode: number;
  said: string;
  complained: string;
  /** Holds what the command has written. */
  outputFolder: string;
}

/** The command of `npm start`, in a folder of its own. */
async function start(args: string[] = [], env: Record<string, string> = {}): Promise<Started> {
  const cwd = newFolder();
  const child = spawn(process.execPath, ['--import', typeScript, script, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close') as Promise<[number]>;
  const [said, complained, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { exitCode, said, complained, outputFolder: join(cwd, 'output') };
}

const columns = ['User ID', 'Nick Name', 'Tags', 'Portrait', 'Ext', 'Is Robot'];
const inputOf = (row: Row) => columns.map((name) => row[name]).join('|');

/** What a row came out as, but for what is another at each run. */
function withoutRun(row: Row): Row {
  const ofRun = ['outcome.requestId', 'outcome.attempts'];
  return Object.fromEntries(Object.entries(row).filter(([name]) => !ofRun.includes(name)));
}

/** The files of each command, by their names. */
const written: Array<Record<string, Row[]>> = [];

describe.each([
  ['npm start', []],
  ['npm start -- --n8n', ['--n8n']],
])('%s', (_command, args) => {
  let started: Started;
  let registered: Row[];
  let failed: Row[];

  beforeAll(async () => {
    started = await start(args);
    registered = readCsv(join(started.outputFolder, 'registered.csv'));
    failed = readCsv(join(started.outputFolder, 'failed.csv'));
    written.push({ registered: registered.map(withoutRun), failed: failed.map(withoutRun) });
  });

  it('ends well, with the table and the agreement of the ledger', () => {
    expect(started.complained).toBe('');
    expect(started.said).toMatch(/ {2}Registered +988\n {2}Failed +12\n/);
    expect(started.said).toMatch(/ {2}Registered users +output\/registered\.csv\n/);
    expect(started.said).toMatch(
      /988 \+ 12 = 1000, and the emulator registered exactly the users of registered\.csv\.\n$/,
    );
    expect(started.exitCode).toBe(0);
  });

  it('writes every row of the example into one of two files', () => {
    const rows = readCsv(join(examplesFolder, 'users.csv')).map(inputOf);
    expect([...registered, ...failed].map(inputOf).sort()).toEqual(rows.sort());
    expect(new Set(registered.map((row) => row['outcome.success']))).toEqual(new Set(['TRUE']));
    expect(new Set(failed.map((row) => row['outcome.success']))).toEqual(new Set(['FALSE']));
  });

  it('keeps the users from others on the machine', () => {
    expect(statSync(started.outputFolder).mode & 0o777).toBe(0o700);
  });
});

test("n8n's engine alone writes the files that the whole n8n writes", () => {
  const [engine, whole] = written;
  expect(engine?.registered).toHaveLength(988);
  expect(engine).toEqual(whole);
});

test('with keys the users go to Volcengine, no secret is said, and what a proxy answers is', async () => {
  const asked = new Set<string>();
  const proxy = createServer().on('connect', (request, client) => {
    asked.add(String(request.url));
    client.end('HTTP/1.1 403 No\r\nContent-Length: 2\r\n\r\nno');
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const { port } = proxy.address() as AddressInfo;
  const keys = { VOLC_ACCESSKEY: 'AKLTexample', VOLC_SECRETKEY: 'secretExample', VOLC_APP_ID: '4711' };
  const started = await start([], { ...keys, HTTPS_PROXY: `http://127.0.0.1:${port}` });
  proxy.close();
  expect([...asked]).toEqual(['rtc.volcengineapi.com:443']);
  expect(started.said).toContain('with Volcengine, app 4711 …');
  expect(started.complained).toMatch(/^\nThe workflow failed\.\n.*a proxy or gateway.*HTTP 403/);
  expect(started.exitCode).toBe(1);
  expect(`${started.said}${started.complained}`).not.toMatch(/AKLTexample|secretExample/);
});
