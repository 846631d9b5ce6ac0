/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the try-out runs outside n8n */
import { join, relative } from 'node:path';
import { examplesFolder, readCsv, registerNode, type Execution, type Row } from '../../support/n8n';
import { discrepancies } from '../../support/n8n/compare';
import { countEach, renderTable } from '../../support/n8n/report';
import type { Service } from '../../support/n8n/service';

/** The files that the workflow has written. */
export interface Written {
  registered: string;
  failed: string;
}

/**
 * Prints the table and holds both files against each other and against the service.
 * @throws when the workflow failed, a row is missing, or nobody was registered
 */
export function conclude(execution: Execution, service: Service, files: Written): void {
  assertCompleted(execution);
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

/** Throws what stopped the workflow, if anything did. */
function assertCompleted({ exitCode, error, stdout, stderr }: Execution): void {
  if (exitCode === 0) return;
  const reason = [error?.message, error?.description].filter(Boolean).join('\n');
  throw new Error(`The workflow failed.\n${reason || `${stdout}${stderr}`.trim().slice(-2000)}`);
}

function mostFrequentMessage(failures: readonly Row[]): string {
  const [message] = countEach(failures.map((row) => row['outcome.message'] ?? '')).keys();
  return message ?? '';
}
