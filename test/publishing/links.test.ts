/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the documents of the repository */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..', '..');
const repository = 'n8n-nodes-volcengine-rtc/n8n-nodes-volcengine-rtc';
const documents = ['.', 'docs', 'docs/zh', 'examples', 'examples/docker', '.github']
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) => readdirSync(join(root, folder)).map((file) => join(folder, file)))
  .filter((file) => file.endsWith('.md'));

const textOf = (file: string) => readFileSync(join(root, file), 'utf8').replace(/^```[^]*?^```$/gm, '');

/** Where a text leads to: links and pictures, in Markdown and in HTML. */
function targetsIn(text: string): string[] {
  const all = text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g);
  return [...all].map(([, link, attribute]) => inCheckout((link ?? attribute)!));
}

/** The file of this checkout that an address on GitHub shows, the workflow of a badge among them. */
function inCheckout(address: string): string {
  return address
    .replace(`https://raw.githubusercontent.com/${repository}/main/`, `${root}/`)
    .replace(`https://github.com/${repository}/blob/main/`, `${root}/`)
    .replace(`https://github.com/${repository}/actions/workflows/`, `${root}/.github/workflows/`)
    .replace(/(\.yml)\/badge\.svg(?:\?branch=main)?$/, '$1');
}

/** The anchors that GitHub gives to the headings of a text. */
function anchorsIn(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!.toLowerCase());
  return headings.map((heading) => heading.replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'));
}

/** Says why a target cannot be reached; undefined where it can, or is on another site. */
function problemOf(file: string, target: string): string | undefined {
  if (/^(?:https?|mailto):/.test(target)) return undefined;
  const [path, anchor] = target.split('#') as [string, string | undefined];
  const found =
    path === '' ? join(root, file) : path.startsWith(root) ? path : join(root, dirname(file), path);
  if (!existsSync(found)) return `${file}: there is no ${path}`;
  if (anchor === undefined || !found.endsWith('.md')) return undefined;
  const isThere = anchorsIn(readFileSync(found, 'utf8')).includes(decodeURIComponent(anchor));
  return isThere ? undefined : `${file}: there is no ${target}`;
}

test('every link, anchor and picture of the documents leads somewhere', () => {
  const targets = documents.flatMap((file) => targetsIn(textOf(file)).map((target) => ({ file, target })));
  expect(targets.length).toBeGreaterThan(100);
  expect(targets.map(({ file, target }) => problemOf(file, target)).filter(Boolean)).toEqual([]);
});

const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('npm shows the pictures of the README: their addresses are absolute', () => {
  const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)];
  expect(pictures.length).toBeGreaterThan(3);
  for (const [, image, source] of pictures) expect(image ?? source).toMatch(/^https:\/\//);
});
