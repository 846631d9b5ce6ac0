/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads files of the repository */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const compose = read('examples/docker/compose.yaml');
const sample = new Map(
  [...read('examples/docker/.env.example').matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ]),
);

test('the Compose file starts an n8n that the end-to-end tests run', () => {
  const versions = [...compose.matchAll(/n8nio\/n8n:(\S+)/g)].map(([, version = '']) => version);
  expect(versions).toHaveLength(1);
  expect(existsSync(join(root, 'test', 'support', 'n8n', 'versions', versions[0]!))).toBe(true);
});

test('it installs the newest version that the changelog describes', () => {
  const [, newest] = /^## (\d+\.\d+\.\d+)/m.exec(read('CHANGELOG.md')) ?? [];
  expect(sample.get('VOLCENGINE_RTC_VERSION')).toBe(newest);
  const [, list = ''] = /N8N_COMMUNITY_PACKAGES: '(.*)'/.exec(compose) ?? [];
  expect(JSON.parse(list.replace(/\$\{\w+.*?\}/, newest ?? ''))).toEqual([
    { name: 'n8n-nodes-volcengine-rtc', version: newest },
  ]);
});

test('the sample of its settings has every variable that it reads, and no secret', () => {
  const variables = [...compose.matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
  expect([...new Set(variables)].sort()).toEqual([...sample.keys()].sort());
  expect([sample.get('POSTGRES_PASSWORD'), sample.get('N8N_ENCRYPTION_KEY')]).toEqual(['', '']);
});
