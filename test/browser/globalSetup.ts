/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the tests run outside n8n */
import packAndInstall from '../support/n8n/globalSetup';
import { n8nVersion, startServer } from '../support/n8n';
import { withProgress } from '../support/setup/progress';
import { ensureChromium } from '../support/browser/ensureChromium';
import { theServer } from '../support/browser/theServer';

/** Starts the n8n that all tests look at, each at a workflow and an emulator of its own. */
export default async function globalSetup(): Promise<void> {
  await packAndInstall();
  await ensureChromium();
  const starting = startServer({ version: n8nVersion, tarball: process.env.E2E_TARBALL! });
  const server = await withProgress(`Starting n8n ${n8nVersion}`, starting);
  theServer.running = server;
  process.env.BROWSER_SERVER = JSON.stringify({ url: server.url, cookie: server.rest.cookie });
}
