/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the source files */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { preProcessFile } from 'typescript';

interface Import {
  /** Both are paths in the repository, with slashes; `to` is a module's name where it is no file. */
  from: string;
  to: string;
}

const root = resolve(__dirname, '../..');

function importsOf(folder: string): Import[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
    .flatMap((file) => importsOfFile(join(root, folder, file)));
}

function importsOfFile(file: string): Import[] {
  const { importedFiles } = preProcessFile(readFileSync(file, 'utf8'));
  return importedFiles.map(({ fileName }) => ({
    from: pathOf(file),
    to: fileName.startsWith('.') ? pathOf(resolve(dirname(file), fileName)) : fileName,
  }));
}

function pathOf(file: string): string {
  return relative(root, file).replaceAll('\\', '/');
}

const node = 'nodes/VolcengineRtc/';
const layers = ['transport/', 'values/', 'operations/', 'pipeline/'];

/** The layer of a file of the node; the node's own file is the highest. */
function layerOf(path: string): number {
  const layer = layers.findIndex((folder) => path.startsWith(node + folder));
  return layer === -1 ? layers.length : layer;
}

const nodeImports = importsOf('nodes');
const credentialImports = importsOf('credentials');
const productImports = [...nodeImports, ...credentialImports];

test('each layer of the node imports from itself and from those below', () => {
  const within = nodeImports.filter(({ to }) => to.startsWith(node));
  expect(new Set(within.map(({ from }) => layerOf(from)))).toEqual(new Set([0, 1, 2, 3, 4]));
  expect(within.filter(({ from, to }) => layerOf(to) > layerOf(from))).toEqual([]);
});

/** Rooms of the pipeline, the lowest first; those side by side do not know each other. */
const pipelineRooms: readonly (readonly string[])[] = [
  ['entry', 'outcome', 'stopReason', 'pendingEntry', 'eventLoopYielder', 'operationError'],
  ['reading/', 'judging/', 'results/'],
  ['settings', 'validateOnly', 'optionProblem'],
  ['sending/'],
  ['runOperation', 'prepare', 'cannotBegin', 'sendable'],
];

/** The room of a file of the pipeline, and how high it lies; a folder is one room, and so are files of one height. */
function roomOf(path: string): { room: string; height: number } {
  const name = path.slice(`${node}pipeline/`.length).replace(/\.ts$/, '');
  const height = pipelineRooms.findIndex((rooms) =>
    rooms.some((room) => (room.endsWith('/') ? name.startsWith(room) : name === room)),
  );
  return { room: name.includes('/') ? (name.split('/')[0] as string) : String(height), height };
}

test('the rooms of the pipeline import from those below, and not from their neighbours', () => {
  const within = nodeImports.filter(({ from, to }) =>
    [from, to].every((path) => path.startsWith(`${node}pipeline/`)),
  );
  expect(within.filter(({ from }) => roomOf(from).height < 0)).toEqual([]);
  const isAllowed = ({ from, to }: Import) => {
    const [importer, imported] = [roomOf(from), roomOf(to)];
    return imported.room === importer.room || imported.height < importer.height;
  };
  expect(within.filter((one) => !isAllowed(one))).toEqual([]);
});

test('nodes and credentials do not know each other', () => {
  expect(nodeImports.filter(({ to }) => to.startsWith('credentials/'))).toEqual([]);
  expect(credentialImports.filter(({ to }) => to.startsWith('nodes/'))).toEqual([]);
});

test('the product imports its own files, n8n-workflow and node:crypto, and nothing else', () => {
  const isAllowed = ({ to }: Import) =>
    /^(?:nodes|credentials)\//.test(to) || ['n8n-workflow', 'node:crypto'].includes(to);
  expect(productImports.length).toBeGreaterThan(50);
  expect(productImports.filter((one) => !isAllowed(one))).toEqual([]);
});

test('the signature stands by itself', () => {
  const signature = credentialImports.filter(({ from }) => from.startsWith('credentials/signature/'));
  const isOutside = ({ to }: Import) => to !== 'node:crypto' && !to.startsWith('credentials/signature/');
  expect(signature.filter(isOutside)).toEqual([]);
});

test('the emulator imports nothing of the product', () => {
  const imports = importsOf('test/support/emulator');
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter(({ to }) => /^(?:nodes|credentials)\//.test(to))).toEqual([]);
});

/** All that a file imports, directly or through others; type-only imports count too. */
function reachedFrom(file: string, imports: readonly Import[]): Set<string> {
  const reached = new Set([file]);
  // A set hands out what is added to it on the way.
  for (const one of reached) {
    for (const { from, to } of imports) if ([`${one}.ts`, `${one}/index.ts`].includes(from)) reached.add(to);
  }
  return reached;
}

test('a play on the virtual clock drives the judgement of the emulator and needs no socket', () => {
  const reached = reachedFrom('test/support/faults/play', [...importsOf('test'), ...productImports]);
  expect(reached).toContain('test/support/emulator/judging/judge');
  expect(
    [...reached].filter((file) => /^node:(?:http|https|net|tls)$|emulator\/server\//.test(file)),
  ).toEqual([]);
});

const suites = ['unit', 'property', 'engine', 'e2e', 'browser', 'fleet', 'publishing'];

/** The tier of a test's file: a suite, what suites share, or what a person runs. */
function tierOf(path: string): string {
  return path.split('/')[1] ?? '';
}

test('the tests have three tiers: suites, what they share, and tools', () => {
  const folders = readdirSync(join(root, 'test')).sort();
  expect(folders).toEqual([...suites, 'support', 'tools'].sort());
});

test('suites import what they share and themselves, what they share only itself, and nothing imports a suite', () => {
  const imports = importsOf('test').filter(({ to }) => to.startsWith('test/'));
  const isAllowed = ({ from, to }: Import) => tierOf(to) === 'support' || tierOf(to) === tierOf(from);
  expect(new Set(imports.map(({ from }) => tierOf(from)))).toEqual(new Set([...suites, 'support', 'tools']));
  expect(imports.filter((one) => !isAllowed(one))).toEqual([]);
});
