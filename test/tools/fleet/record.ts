/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- the tests run outside n8n */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSection } from '../../support/report/writeSection';
import { npmScript } from '../../support/setup/npmScript';
import { figuresTable } from '../../support/fleet/figures';
import { workerCount } from '../../support/fleet/conditions';
import type { Recording } from '../../support/fleet/recording';
import { timelineChart } from '../../support/fleet/timeline';

/** A fleet of the usual two workers, or of as many as FLEET_WORKERS says. */
const section = workerCount === 2 ? 'fleet' : `fleet-of-${workerCount}`;

/** Runs the tests of the fleet, and writes what they measured into docs/scaling.md. */
async function record(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fleet-record-'));
  const file = join(folder, 'recording.json');
  try {
    const env = { ...process.env, FLEET_RECORDING: file };
    const { status } = spawnSync(process.execPath, [npmScript(), 'run', 'test:fleet'], {
      env,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('The tests failed: nothing is recorded');
    const { figures, timeline } = JSON.parse(readFileSync(file, 'utf8')) as Recording;
    await writeSection(section, figuresTable(figures), timelineChart(timeline), 'scaling');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

record().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
