/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the try-out runs outside n8n */
import { join } from 'node:path';
import {
  emulatorService,
  examplesFolder,
  installN8n,
  interruptAll,
  n8nVersion,
  startServer,
  takeKeys,
} from '../../support/n8n';
import { withProgress } from '../../support/setup/progress';
import { instructions } from './instructions';
import { loadExamples } from './loadExamples';
import { packIfChanged } from './packIfChanged';
import { tryFolders } from './tryFolders';
import { readTryState } from './tryState';

const root = join(__dirname, '..', '..', '..');

/** Runs an editor with this package and the emulator until it is interrupted. */
async function tryOut(): Promise<void> {
  // It runs with the emulator; nothing that it starts has any business with keys of Volcengine.
  takeKeys(process.env);
  await installN8n(n8nVersion);
  const { folder, outputFolder } = tryFolders(root, n8nVersion);
  const tarball = await packIfChanged(folder);
  const { owner, n8nPort, emulatorPort } = await readTryState(folder);
  const service = await emulatorService(emulatorPort);
  try {
    const starting = startServer({
      version: n8nVersion,
      tarball,
      folders: [examplesFolder, outputFolder],
      userFolder: folder,
      owner,
      env: { N8N_PORT: String(n8nPort) },
    });
    const server = await withProgress(`Starting n8n ${n8nVersion}`, starting);
    const folders = { inputFolder: examplesFolder, outputFolder };
    const workflows = await loadExamples(server.rest, service.credential, folders);
    process.stdout.write(instructions(server.url, owner, workflows));
    await server.ended;
  } finally {
    await service.close();
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interruptAll);
tryOut().catch((error: Error) => {
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
});
