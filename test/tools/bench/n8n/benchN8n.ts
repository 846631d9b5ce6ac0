/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a command of its own, outside n8n */
import { writeSection } from '../../../support/report/writeSection';
import { type Margin, marginsSection } from './marginsSection';
import { type Paced, pacingSection } from './pacingSection';
import { familySection } from './familySection';
import { measureMemory } from './memory/measureMemory';
import { openRig, type Rig } from './rig';
import { emptyRun, getUsers, ours, oursWith, registerOrUpdateUsers, ways } from './ways';
import { type Tried, waysSection } from './waysSection';

const usual = { latencyMs: 100, jitterMs: 20 };
const latenciesMs = [0, 100, 300, 1000];

async function compareWays(rig: Rig): Promise<void> {
  const alone = await rig.try(emptyRun, usual);
  const tried: Tried[] = [];
  for (const way of ways) {
    process.stdout.write(`${way.name} …\n`);
    const measures = await rig.try(way, usual);
    const { usersLost } = await rig.try(way, { ...usual, failsOneIn: 100 });
    tried.push({ way, measures, usersLost });
  }
  const { table, chart } = waysSection(tried, alone);
  await writeSection('n8n-ways', table, chart);
}

async function comparePaces(rig: Rig): Promise<void> {
  const paced: Paced[] = [];
  for (const isBusy of [false, true]) {
    for (const latencyMs of latenciesMs) {
      process.stdout.write(`${latencyMs} ms${isBusy ? ', busy' : ''} …\n`);
      paced.push({ latencyMs, isBusy, measures: await rig.try(ours, { latencyMs, jitterMs: 50, isBusy }) });
    }
  }
  const { table, chart } = pacingSection(paced);
  await writeSection('n8n-pacing', table, chart);
}

async function compareMargins(rig: Rig): Promise<void> {
  const tried: Margin[] = [];
  for (const maxRequestsPerSecond of [50, 49, 48]) {
    process.stdout.write(`${maxRequestsPerSecond} requests a second …\n`);
    const way = oursWith({ maxRequestsPerSecond });
    const free = [await rig.try(way, usual), await rig.try(way, usual)];
    const busy = await rig.try(way, { ...usual, isBusy: true });
    tried.push({ maxRequestsPerSecond, free, busy });
  }
  const { table, chart } = marginsSection(tried);
  await writeSection('n8n-margins', table, chart);
}

/** Users that are there already: all of them are looked up, and every other one is updated. */
async function compareFamily(rig: Rig): Promise<void> {
  const { userIds } = rig;
  process.stdout.write(`${getUsers.name} …\n`);
  const got = await rig.watch(getUsers, { ...usual, users: userIds });
  process.stdout.write(`${registerOrUpdateUsers.name} …\n`);
  const half = userIds.filter((_, index) => index % 2 === 0);
  const changed = await rig.watch(registerOrUpdateUsers, { ...usual, users: half });
  const ofChange = { operation: registerOrUpdateUsers.name, limit: 50, ...changed };
  const { table, chart } = familySection([
    { operation: getUsers.name, action: 'BatchGetUser', limit: 100, usersPerRequest: 50, ...got },
    { ...ofChange, action: 'RegisterUsers', usersPerRequest: 20 },
    { ...ofChange, action: 'BatchUpdateUser', usersPerRequest: 10 },
  ]);
  await writeSection('n8n-family', table, chart);
}

/** A part that sends a list of so many users again and again, in one n8n. */
function onRig(users: number, compare: (rig: Rig) => Promise<void>): () => Promise<void> {
  return async () => {
    const rig = await openRig(users);
    try {
      await compare(rig);
    } finally {
      rig.close();
    }
  };
}

const parts: Record<string, () => Promise<void>> = {
  ways: onRig(20_000, compareWays),
  paces: onRig(20_000, comparePaces),
  margins: onRig(20_000, compareMargins),
  family: onRig(60_000, compareFamily),
  memory: measureMemory,
};

/**
 * Measures this package and other ways to register users in a real n8n, against an emulator of the API.
 *
 * @param chosen parts to measure; all by default
 */
async function benchN8n(chosen: readonly string[]): Promise<void> {
  process.stdout.write('Registers lists of 20,000 users and more, for about an hour in all\n');
  for (const [name, measure] of Object.entries(parts)) {
    if (chosen.length === 0 || chosen.includes(name)) await measure();
  }
}

benchN8n(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
