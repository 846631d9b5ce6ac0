/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- looks at folders */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryFolders } from './tryFolders';

const root = mkdtempSync(join(tmpdir(), 'try-'));
const umask = process.umask(0);
afterAll(() => {
  process.umask(umask);
  rmSync(root, { recursive: true, force: true });
});

const modeOf = (...path: string[]) => statSync(join(root, ...path)).mode & 0o777;

test('the folders of a try-out are for their owner alone, also where an earlier version made them', () => {
  mkdirSync(join(root, 'output'));
  chmodSync(join(root, 'output'), 0o755);
  const made = tryFolders(root, '2.41.1');
  expect(made).toEqual({ folder: join(root, '.try', '2.41.1'), outputFolder: join(root, 'output') });
  expect([modeOf('.try'), modeOf('.try', '2.41.1'), modeOf('output')]).toEqual([0o700, 0o700, 0o700]);
});
