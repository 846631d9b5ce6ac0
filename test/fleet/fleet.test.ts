/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- the tests run outside n8n */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderConsole } from '../support/report/renderConsole';
import { installN8n, n8nVersion, until } from '../support/n8n';
import { workerCount } from '../support/fleet/conditions';
import { type Figure, figuresTable } from '../support/fleet/figures';
import { isListening } from '../support/fleet/isListening';
import { leaveRecording } from '../support/fleet/recording';
import { atOnce, twoKeys } from '../support/fleet/scenarios/atOnce';
import { comingAndGoing } from '../support/fleet/scenarios/comingAndGoing';
import { strictShare } from '../support/fleet/scenarios/strictShare';
import { openStage, type Stage } from '../support/fleet/stage';
import { type Timeline, timelineOf } from '../support/fleet/timeline';
import { idsOf, untruths } from '../support/fleet/truth';

let stage: Stage;
const measured: Figure[] = [];
let timeline: Timeline | undefined;

/** Runs a scenario, and keeps its figures for the table. */
async function play<T extends { figures: Record<string, Figure> }>(
  scenario: (stage: Stage) => Promise<T>,
): Promise<T> {
  const result = await scenario(stage);
  measured.push(...Object.values(result.figures));
  return result;
}

beforeAll(async () => {
  await installN8n(n8nVersion);
  stage = await openStage(workerCount);
});

afterAll(async () => {
  await stage?.close();
  process.stdout.write(`\n${workerCount} workers\n\n${renderConsole(figuresTable(measured))}`);
  leaveRecording({ figures: measured, timeline });
});

describe('eight executions at once', () => {
  let result: Awaited<ReturnType<typeof atOnce>>;

  beforeAll(async () => {
    result = await play(atOnce);
  });

  it('register 40,000 users, each once, and report all of them truthfully', () => {
    const { ended } = result;
    expect(ended.executions.map(({ status }) => status)).toEqual(Array(8).fill('success'));
    expect(untruths(ended, stage.lists)).toEqual([]);
    expect(ended.outcomes.flatMap(idsOf)).toHaveLength(40_000);
    expect(ended.registered).toHaveLength(40_000);
    expect(ended.requestedAgain).toEqual([]);
  });

  it('are spread evenly over the workers', () => {
    const executions = stage.fleet.workers.map((worker) => worker.executions().length);
    expect(executions).toEqual(Array(workerCount).fill(8 / workerCount));
  });

  it('use the limit, and are rarely rejected', () => {
    const { used, rejected } = result.figures;
    expect(used.simulation!.mean).toBeGreaterThanOrEqual(0.9);
    // What a busy machine measures is printed; only a gross miss fails.
    expect(used.fleet).toBeGreaterThanOrEqual(0.6);
    expect(rejected.fleet).toBeLessThanOrEqual(0.08);
  });

  it('get fair shares', () => {
    const { fairness } = result.figures;
    expect(fairness.simulation!.mean).toBeGreaterThanOrEqual(0.9);
    expect(fairness.fleet).toBeGreaterThanOrEqual(0.7);
  });

  it('do about what the simulation says', () => {
    const { used, rejected } = result.figures;
    expect(Math.abs(used.fleet - used.simulation!.mean)).toBeLessThan(0.3);
    expect(Math.abs(rejected.fleet - rejected.simulation!.mean)).toBeLessThan(0.08);
  });
});

describe('a worker that is killed in the middle, and one that joins', () => {
  let result: Awaited<ReturnType<typeof comingAndGoing>>;

  beforeAll(async () => {
    result = await play(comingAndGoing);
    timeline = timelineOf(result);
  });

  it('leave the executions of the others unharmed', () => {
    const { ended, lost } = result;
    const others = ended.executions.filter(({ id }) => !lost.some((execution) => execution.id === id));
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set(['success']));
    expect(untruths(ended, stage.lists)).toEqual([]);
  });

  it('have the rate taken up again within seconds, and the newcomer let in', () => {
    const { takenUp, letIn } = result.figures;
    expect(takenUp.fleet).toBeLessThan(30);
    expect(letIn.fleet).toBeGreaterThan(0.3);
  });

  it('leave executions that n8n gives up, and does not run again by itself', () => {
    const { lost } = result;
    expect(lost).toHaveLength(8 / workerCount);
    for (const { id, status } of lost) {
      // While the main process waits for a crashed execution, it writes down an error in place of the crash.
      expect(['crashed', 'error']).toContain(status);
      const begun = stage.fleet.workers.filter((worker) => worker.executions().includes(id));
      expect(begun.map(({ name }) => name)).toEqual([result.killed]);
    }
  });

  it('leave lists that are safe to register again: every user ends on Success', () => {
    const { ended, lost } = result;
    for (const { list } of lost) {
      const again = ended.outcomes.filter((outcome) => outcome.list === list);
      expect(again.map(idsOf)).toEqual([stage.lists[list]]);
      expect(again[0]?.registered.some((row) => row['outcome.code'] === 'UserHasRegistered')).toBe(true);
    }
    expect(ended.outcomes.flatMap(({ failed }) => failed)).toEqual([]);
    expect(ended.registered).toHaveLength(60_000);
  });
});

describe('strict shares', () => {
  let result: Awaited<ReturnType<typeof strictShare>>;

  beforeAll(async () => {
    result = await play(strictShare);
  });

  it('never break the limit', () => {
    expect(result.figures.breaches.fleet).toBe(0);
    expect(result.figures.most.fleet).toBeLessThanOrEqual(50);
  });

  it('register 40,000 users with no request too many', () => {
    const { ended } = result;
    expect(ended.registered).toHaveLength(40_000);
    expect(ended.requests).toHaveLength(2_000);
    expect(untruths(ended, stage.lists)).toEqual([]);
  });
});

describe('two keys of one account', () => {
  let result: Awaited<ReturnType<typeof twoKeys>>;

  beforeAll(async () => {
    result = await play(twoKeys);
  });

  it('are both used', () => {
    expect(new Set(result.ended.requests.map(({ key }) => key))).toEqual(new Set([0, 1]));
  });

  it('use the limit, and are rarely rejected', () => {
    const { used, rejected } = result.figures;
    expect(used.simulation!.mean).toBeGreaterThanOrEqual(0.9);
    // What a busy machine measures is printed; only a gross miss fails.
    expect(used.fleet).toBeGreaterThanOrEqual(0.6);
    expect(rejected.fleet).toBeLessThanOrEqual(0.08);
  });

  it('register 40,000 users, each once, and report all of them truthfully', () => {
    const { ended } = result;
    expect(untruths(ended, stage.lists)).toEqual([]);
    expect(ended.outcomes.flatMap(idsOf)).toHaveLength(40_000);
    expect(ended.requestedAgain).toEqual([]);
  });
});

it('ends with the process that started it, even if that is killed', async () => {
  const script = join(__dirname, '..', 'support', 'fleet', 'servers', 'serversThatStay.ts');
  // Who is killed cannot remove its folders. PostgreSQL's own user must get through to them.
  const folder = mkdtempSync(join(tmpdir(), 'fleet-killed-'));
  chmodSync(folder, 0o755);
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const ports = said.toString().trim().split(' ').map(Number);
  expect(await Promise.all(ports.map(isListening))).toEqual([true, true]);
  child.kill('SIGKILL');
  const areGone = async () => !(await Promise.all(ports.map(isListening))).includes(true);
  await until('the servers are gone', areGone);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});
