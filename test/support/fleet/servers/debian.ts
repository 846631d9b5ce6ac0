/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aptGet } from '../../n8n';

/** The programs of Redis and PostgreSQL, by their paths. */
export interface Programs {
  redis: string;
  /** The folder of PostgreSQL's own programs, which Debian keeps out of the search path. */
  postgres: string;
}

const redis = '/usr/bin/redis-server';
const postgresVersions = '/usr/lib/postgresql';

/**
 * Finds both servers, and installs the Debian packages of those that are missing.
 * @throws when they can be neither found nor installed
 */
export async function debianPrograms(): Promise<Programs> {
  const missing = missingPackages();
  if (missing.length > 0) await aptGet(missing);
  const postgres = postgresFolder();
  if (postgres === undefined || missingPackages().length > 0) {
    throw new Error(`The fleet needs Debian's packages ${missing.join(' and ')}: please install them`);
  }
  return { redis, postgres };
}

function missingPackages(): string[] {
  const isThere = { 'redis-server': existsSync(redis), postgresql: postgresFolder() !== undefined };
  return Object.entries(isThere).flatMap(([name, isInstalled]) => (isInstalled ? [] : [name]));
}

/** That of the newest version. */
function postgresFolder(): string | undefined {
  const versions = existsSync(postgresVersions) ? readdirSync(postgresVersions) : [];
  return versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(postgresVersions, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'postgres')));
}
