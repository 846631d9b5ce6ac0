/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals -- runs n8n's scanner, outside n8n */
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npmScript } from '../support/setup/npmScript';

const root = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'published-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the scanner finds; nothing where all is well. */
function scan(scanned: string, what: 'sources' | 'tarball'): string {
  const scanner = join(__dirname, 'scan.mjs');
  // A rule of its takes another course where it thinks that it is itself under test.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status, stderr } = spawnSync(process.execPath, [scanner, scanned, what], { env, encoding: 'utf8' });
  return status === 0 ? '' : stderr;
}

/** Packs what would be published, and unpacks it. */
function unpackTarball(): string {
  const pack = [npmScript(), 'pack', '--json', '--pack-destination', folder];
  const [packed] = JSON.parse(
    execFileSync(process.execPath, pack, { cwd: root, encoding: 'utf8' }),
  ) as Array<{
    filename: string;
  }>;
  execFileSync('tar', ['-xzf', join(folder, packed!.filename), '-C', folder]);
  return join(folder, 'package');
}

/** The part of the repository that the scanner looks at. */
function copySources(): string {
  const copy = join(folder, 'sources');
  for (const part of ['package.json', 'nodes', 'credentials', 'icons']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  return copy;
}

test("n8n's scanner of community packages finds nothing in what would be published", () => {
  expect(scan(unpackTarball(), 'tarball')).toBe('');
});

test('it finds nothing in the sources, and it would: no comment can turn its rules off', () => {
  const sources = copySources();
  expect(scan(sources, 'sources')).toBe('');
  const line = "\n/* eslint-disable */\nexport const home = process.env.HOME;\nconsole.log('hello');\n";
  appendFileSync(join(sources, 'nodes', 'VolcengineRtc', 'VolcengineRtc.node.ts'), line);
  expect(scan(sources, 'sources')).toMatch(/no-console/);
});
