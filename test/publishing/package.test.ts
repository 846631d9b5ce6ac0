/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals -- npm says what it would pack */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOf, operationNames } from '../support/faults/facts';
import { npmScript } from '../support/setup/npmScript';

const root = join(__dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies?: object;
  peerDependencies: object;
  n8n: { nodes: string[]; credentials: string[] };
};

/** What `npm pack` would put into the tarball. */
function packedFiles(): string[] {
  const said = execFileSync(process.execPath, [npmScript(), 'pack', '--dry-run', '--json'], { cwd: root });
  const packed = JSON.parse(said.toString()) as Array<{ files: Array<{ path: string }> }>;
  return packed[0]?.files.map(({ path }) => path) ?? [];
}

test('the package holds what was built, the README and the licence, and nothing else', () => {
  const others = packedFiles().filter((path) => !path.startsWith('dist/'));
  expect(others.sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
});

test('the package holds the node, the credential, the codex, the icons and the schema of each operation', () => {
  const files = packedFiles();
  const icons = ['volcengineRtc.svg', 'volcengineRtc.dark.svg'].map((name) => `dist/icons/${name}`);
  const codex = 'dist/nodes/VolcengineRtc/VolcengineRtc.node.json';
  const schemas = operationNames.map((operation) => {
    const { resource } = factsOf({ operation });
    return `dist/nodes/VolcengineRtc/__schema__/v1.0.0/${resource}/${operation}.json`;
  });
  for (const path of [...manifest.n8n.nodes, ...manifest.n8n.credentials, ...icons, codex, ...schemas]) {
    expect(files).toContain(path);
    expect(existsSync(join(root, path))).toBe(true);
  }
});

test('the package depends on nothing but the n8n that runs it', () => {
  expect(manifest.dependencies ?? {}).toEqual({});
  expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
});
