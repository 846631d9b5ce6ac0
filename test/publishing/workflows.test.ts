/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the workflows of the repository */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..', '..', '.github', 'workflows');
const workflows = readdirSync(folder).map((file) => ({
  file,
  text: readFileSync(join(folder, file), 'utf8'),
}));

/** The steps of a text of YAML, each with its lines. */
function stepsIn(text: string): string[] {
  return text
    .split(/^ {6}- /m)
    .slice(1)
    .map((step) => step.trim());
}

/** The jobs of a workflow, by their names. */
function jobsIn(text: string): Map<string, string> {
  const [, jobs = ''] = text.split(/^jobs:\n/m);
  const parts = jobs.split(/^ {2}(\w+):\n/m).slice(1);
  return new Map(parts.flatMap((name, index) => (index % 2 === 0 ? [[name, parts[index + 1] ?? '']] : [])));
}

test('there are workflows that test, look for vulnerabilities, and publish', () => {
  expect(workflows.map(({ file }) => file).sort()).toEqual([
    'ci.yml',
    'codeql.yml',
    'publish.yml',
    'scorecard.yml',
  ]);
});

test.each(workflows)('$file takes each action by its commit, and names the version', ({ text }) => {
  const uses = text.split('\n').filter((line) => line.includes('uses:'));
  expect(uses.length).toBeGreaterThan(2);
  for (const line of uses) expect(line).toMatch(/uses: [\w-]+(?:\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test.each(workflows)('$file leaves no token in the checkout', ({ text }) => {
  const checkouts = stepsIn(text).filter((step) => step.includes('actions/checkout@'));
  expect(checkouts.length).toBeGreaterThan(0);
  for (const step of checkouts) expect(step).toContain('persist-credentials: false');
});

test.each(workflows)('$file may read the repository and no more, unless a job says so', ({ text }) => {
  expect(text).toMatch(/^permissions:\n {2}contents: read\n\n/m);
});

test('these jobs alone may write, and only what they are for', () => {
  const writes = workflows.flatMap(({ file, text }) =>
    [...jobsIn(text)].flatMap(([job, lines]) =>
      [...lines.matchAll(/^ {6}([\w-]+): write/gm)].map(([, what]) => `${file}, ${job}: ${what}`),
    ),
  );
  expect(writes.sort()).toEqual([
    'codeql.yml, analyze: security-events',
    'publish.yml, publish: id-token',
    'scorecard.yml, analysis: id-token',
    'scorecard.yml, analysis: security-events',
  ]);
  const granted = workflows.flatMap(({ text }) => text.match(/\bwrite(?:-all)?\b(?=\s*$)/gm) ?? []);
  expect(granted).toHaveLength(writes.length);
});

test.each(workflows)('$file ends each job that hangs', ({ text }) => {
  const jobs = [...jobsIn(text).values()];
  expect(jobs.length).toBeGreaterThan(0);
  for (const job of jobs) expect(job).toMatch(/^ {4}timeout-minutes: \d+$/m);
});

describe('publishing', () => {
  const jobs = jobsIn(workflows.find(({ file }) => file === 'publish.yml')!.text);

  test('is one job that tests and packs, and one that publishes', () => {
    expect([...jobs.keys()]).toEqual(['pack', 'publish']);
    expect(jobs.get('pack')).toMatch(/run: npm test\n/);
    expect(jobs.get('publish')).toMatch(/^ {4}needs: pack$/m);
  });

  test('is allowed to the job alone that does nothing else: no checkout, no installation, no script', () => {
    expect(jobs.get('pack')).not.toMatch(/id-token|npm publish|secrets\./);
    expect(jobs.get('publish')).toMatch(/^ {4}permissions:\n {6}id-token: write\n {4}\w/m);
    expect(stepsIn(jobs.get('publish')!).map((step) => step.replace(/@\S+[^]*/, ''))).toEqual([
      'uses: actions/download-artifact',
      'uses: actions/setup-node',
      'run: npm publish ./*.tgz --ignore-scripts --provenance --access public',
    ]);
  });
});

test('scorecard.dev accepts the results: the job runs only actions of its list, and no variables are set', () => {
  const { text } = workflows.find(({ file }) => file === 'scorecard.yml')!;
  const actions = stepsIn(text).map((step) => step.replace(/@[^]*/, ''));
  expect(actions).toEqual([
    'uses: actions/checkout',
    'uses: ossf/scorecard-action',
    'uses: github/codeql-action/upload-sarif',
  ]);
  expect(text).not.toMatch(/^ *(?:env|defaults|container|services):/m);
});
