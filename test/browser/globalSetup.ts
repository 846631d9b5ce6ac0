/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the tests run outside n8n */
import packAndInstall from '../e2e/globalSetup';
import { n8nVersion, startServer } from '../n8n';
import { withProgress } from '../setup/progress';
import { ensureChromium } from './ensureChromium';
import { theServer } from './theServer';

/** Starts the n8n that all tests look at, each at a workflow and an emulator of its own. */
export default async function globalSetup(): Promise<void> {
  await packAndInstall();
  await ensureChromium();
  const starting = startServer({ version: n8nVersion, tarball: process.env.E2E_TARBALL! });
  const server = await withProgress(`Starting n8n ${n8nVersion}`, starting);
  theServer.running = server;
  process.env.BROWSER_SERVER = JSON.stringify({ url: server.url, cookie: server.rest.cookie });
}
