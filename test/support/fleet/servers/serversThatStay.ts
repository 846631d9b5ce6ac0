/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the tests run outside n8n */
import { debianPrograms } from './debian';
import { startPostgres } from './postgres';
import { startRedis } from './redis';

/** Starts the servers of a fleet, tells their ports, and never ends them. */
async function stay(): Promise<void> {
  const programs = await debianPrograms();
  const [redis, postgres] = [await startRedis(programs), await startPostgres(programs)];
  process.stdout.write(`${redis.port} ${postgres.port}\n`);
}

void stay();
