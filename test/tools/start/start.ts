/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the harness runs outside n8n */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  examplesFolder,
  exampleWorkflow,
  interruptAll,
  packPackage,
  privateFolder,
  takeKeys,
  withCredential,
} from '../../support/n8n';
import { chooseService, type Service } from '../../support/n8n/service';
import { withProgress } from '../../support/setup/progress';
import { conclude } from './conclude';
import type { ExampleRun } from './exampleRun';
import { readRunner } from './readRunner';

const type = 'volcengineRtcApi';
const account = { id: type, name: 'Volcengine RTC account', type };

/** Registers the users of examples/users.csv with n8n's own nodes and this one, and says what became of them. */
async function tryOut(): Promise<void> {
  // First of all: what runs from here on has no business with them.
  const keys = takeKeys(process.env);
  const runner = readRunner(process.argv.slice(2));
  await runner.install();
  const folder = mkdtempSync(join(tmpdir(), 'volcengine-rtc-'));
  const service = await chooseService(keys);
  try {
    const tarball = await withProgress('Building and packing this package', packPackage(folder));
    const outputFolder = privateFolder(resolve('output'));
    const files = {
      registered: join(outputFolder, 'registered.csv'),
      failed: join(outputFolder, 'failed.csv'),
    };
    for (const file of Object.values(files)) rmSync(file, { force: true });
    conclude(await runner.run(exampleFor(service, tarball, outputFolder)), service, files);
  } finally {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function exampleFor({ name, credential, appId }: Service, tarball: string, outputFolder: string): ExampleRun {
  const example = exampleWorkflow({ inputFolder: examplesFolder, outputFolder, appId });
  return {
    tarball,
    workflow: withCredential(example, account),
    credential: { ...account, data: credential },
    folders: [examplesFolder, outputFolder],
    label: `Registering the users of examples/users.csv with ${name}`,
  };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interruptAll);
tryOut().catch((error: Error) => {
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
});
