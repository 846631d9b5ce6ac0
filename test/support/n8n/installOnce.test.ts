/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- looks at folders */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './cacheFolder';
import { installOnce } from './installOnce';

const root = mkdtempSync(join(tmpdir(), 'install-once-'));
const manifest = join(root, 'manifest');
const before = { ...process.env };

beforeAll(() => {
  mkdirSync(manifest);
  writeFileSync(join(manifest, 'package-lock.json'), '{}');
});
beforeEach(() => {
  process.env.XDG_CACHE_HOME = process.env.LOCALAPPDATA = process.env.HOME = mkdtempSync(join(root, 'home-'));
});
afterAll(() => {
  process.env = before;
  rmSync(root, { recursive: true, force: true });
});

const install = jest.fn(async (folder: string) => writeFileSync(join(folder, 'installed'), ''));
const isWhole = (folder: string) =>
  ['package-lock.json', 'installed'].every((file) => existsSync(join(folder, file)));

test('what is installed once is there for good', async () => {
  install.mockClear();
  const folder = await installOnce('engine', manifest, install);
  expect(isWhole(folder)).toBe(true);
  expect(await installOnce('engine', manifest, install)).toBe(folder);
  expect(install).toHaveBeenCalledTimes(1);
});

test('an installation that fails leaves nothing, and the next one begins anew', async () => {
  const failing = async (folder: string) => {
    await install(folder);
    throw new Error('Interrupted');
  };
  await expect(installOnce('engine', manifest, failing)).rejects.toThrow('Interrupted');
  expect(readdirSync(cacheFolder())).toEqual([]);
  expect(isWhole(await installOnce('engine', manifest, install))).toBe(true);
});

test('of two at the same time both find a whole one, and nothing else is left', async () => {
  const both = [1, 2].map(async () => await installOnce('engine', manifest, install));
  const [one, other] = await Promise.all(both);
  expect(one).toBe(other);
  expect(isWhole(one as string)).toBe(true);
  expect(readdirSync(cacheFolder())).toHaveLength(1);
});
