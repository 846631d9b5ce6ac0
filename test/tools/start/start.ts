/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the harness runs outside n8n */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { withProgress } from '../../support/setup/progress';
import { discrepancies } from '../../support/n8n/compare';
import { createN8n, type Execution, type N8n } from '../../support/n8n/createN8n';
import { readCsv, type Row } from '../../support/n8n/csvFile';
import { interruptAll } from '../../support/n8n/guarded';
import { installN8n } from '../../support/n8n/install';
import { packPackage } from '../../support/n8n/packPackage';
import { privateFolder } from '../../support/n8n/privateFolder';
import { countEach, renderTable } from '../../support/n8n/report';
import { chooseService, type Service } from '../../support/n8n/service';
import { takeKeys } from '../../support/n8n/takeKeys';
import { n8nVersion } from '../../support/n8n/version';
import { exampleWorkflow, examplesFolder, registerNode, withCredential } from '../../support/n8n/workflow';

const outputFolder = join(__dirname, '..', '..', '..', 'output');
const files = { registered: join(outputFolder, 'registered.csv'), failed: join(outputFolder, 'failed.csv') };

/** Registers the users of examples/users.csv with a real n8n, and says what became of them. */
async function tryOut(): Promise<void> {
  // First of all: what runs from here on has no business with them.
  const keys = takeKeys(process.env);
  await installN8n(n8nVersion);
  const folder = mkdtempSync(join(tmpdir(), 'volcengine-rtc-'));
  const service = await chooseService(keys);
  try {
    const tarball = await withProgress('Building and packing this package', packPackage(folder));
    const n8n = await createN8n({ version: n8nVersion, tarball, folders: [examplesFolder, outputFolder] });
    try {
      const execution = await register(n8n, service);
      assertCompleted(execution);
      conclude(execution, service);
    } finally {
      n8n.close();
    }
  } finally {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function register(n8n: N8n, { name, credential, appId }: Service): Promise<Execution> {
  privateFolder(outputFolder);
  for (const file of Object.values(files)) rmSync(file, { force: true });
  const type = 'volcengineRtcApi';
  const account = { id: type, name: 'Volcengine RTC account', type };
  const importing = n8n.importCredential({ ...account, data: credential });
  await withProgress('Setting up n8n with the credential and the example workflow', importing);
  const example = exampleWorkflow({ inputFolder: examplesFolder, outputFolder, appId });
  const id = await n8n.importWorkflow(withCredential(example, account));
  return await withProgress(`Registering the users of examples/users.csv with ${name}`, n8n.execute(id));
}

/** Throws what stopped the workflow, if anything did. */
function assertCompleted({ exitCode, error, stdout, stderr }: Execution): void {
  if (exitCode === 0) return;
  const reason = [error?.message, error?.description].filter(Boolean).join('\n');
  throw new Error(`The workflow failed.\n${reason || `${stdout}${stderr}`.trim().slice(-2000)}`);
}

/** Prints the table and holds both files against each other and against the service. */
function conclude(execution: Execution, service: Service): void {
  const read = readCsv(join(examplesFolder, 'users.csv')).length;
  const registered = readCsv(files.registered).map((row) => row['outcome.userId'] ?? '');
  const failures = readCsv(files.failed);
  const table = renderTable({
    read,
    registered: registered.length,
    failedByCode: countEach(failures.map((row) => row['outcome.code'] ?? '')),
    requests: service.requests(execution),
    nodeSeconds: (execution.runData[registerNode]?.[0]?.executionTime ?? 0) / 1000,
    totalSeconds: execution.seconds,
    files: { registered: relative('.', files.registered), failed: relative('.', files.failed) },
  });
  process.stdout.write(`\n${table}\n`);
  const ledger = service.registered?.();
  const found = discrepancies({ read, registered, failed: failures.length, ledger });
  if (found.length > 0) throw new Error(`This does not add up: ${found.join('; ')}.`);
  if (registered.length === 0) throw new Error(`No user was registered. ${mostFrequentMessage(failures)}`);
  const sum = `${registered.length} + ${failures.length} = ${read}`;
  const agreement = ledger ? ', and the emulator registered exactly the users of registered.csv' : '';
  process.stdout.write(`Every row is accounted for: ${sum}${agreement}.\n`);
}

function mostFrequentMessage(failures: readonly Row[]): string {
  const [message] = countEach(failures.map((row) => row['outcome.message'] ?? '')).keys();
  return message ?? '';
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interruptAll);
tryOut().catch((error: Error) => {
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
});
