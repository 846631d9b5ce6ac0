/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs npm, outside n8n */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './freePort';
import { npmCi } from './npmCi';

const folder = mkdtempSync(join(tmpdir(), 'npm-ci-'));
const before = { ...process.env };
afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});

test('a registry that cannot be reached is said to be one', async () => {
  const dependencies = { 'not-there': '1.0.0' };
  const packages = { '': { dependencies }, 'node_modules/not-there': { version: '1.0.0' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies }));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));
  process.env.npm_config_registry = `http://127.0.0.1:${await freePort()}/`;
  process.env.npm_config_fetch_retries = '0';
  process.env.npm_config_cache = join(folder, 'cache');
  await expect(npmCi(folder)).rejects.toThrow(/^npm could not reach its registry\. .*\nnpm ci failed/);
});
