/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads files */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { devDependencies } from '../../../../package.json';
import { dependencies } from './manifest/package.json';

const text = readFileSync(join(__dirname, 'manifest', 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(text) as { packages: Record<string, unknown> };

test('the engine of the try-out is the one of the tests', () => {
  const names = ['n8n-core', 'n8n-workflow'] as const;
  expect(names.map((name) => dependencies[name])).toEqual(names.map((name) => devDependencies[name]));
  expect(dependencies['n8n-nodes-base']).toBe(dependencies['n8n-core']);
});

test.each(['n8n-core', 'n8n-workflow', 'n8n-nodes-base'])('there is one %s for all', (name) => {
  const paths = Object.keys(packages).filter((path) => path.endsWith(`node_modules/${name}`));
  expect(paths).toEqual([`node_modules/${name}`]);
});
