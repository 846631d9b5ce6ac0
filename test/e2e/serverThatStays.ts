/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the tests run outside n8n */
import { n8nVersion, startServer } from '../support/n8n';

/** Starts a server, tells where it is, and never ends it. */
void startServer({ version: n8nVersion, tarball: process.env.E2E_TARBALL! }).then(({ url }) =>
  process.stdout.write(`${url}\n`),
);
