/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/require-node-api-error -- the tests run outside n8n */
import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, runOrThrow, startRunning } from '../../n8n';
import type { DataServer } from './dataServer';
import type { Programs } from './debian';

const superuser = 'n8n';
const timeoutMs = 60_000;

/** What makes it quick where nothing has to outlive it, and keeps it to the loopback address. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/** Starts a PostgreSQL with a new database. It refuses to run as root, so as root it runs as the package's own user. */
export async function startPostgres({ postgres }: Programs): Promise<DataServer> {
  const parent = mkdtempSync(join(tmpdir(), 'fleet-postgres-'));
  const options = { cwd: parent, env: { ...process.env, LC_ALL: 'C' } };
  const remove = () => rmSync(parent, { recursive: true, force: true, maxRetries: 3 });
  const port = await freePort();
  try {
    const user = serverUser();
    if (user !== undefined) chownSync(parent, user.uid, user.gid);
    const folder = join(parent, 'data');
    const prefix = user === undefined ? [] : asUser(user);
    const inOrder = (program: string, args: string[]): [string, string[]] => {
      const [command = '', ...rest] = [...prefix, join(postgres, program), ...args];
      return [command, rest];
    };
    const initdb = ['-D', folder, '-U', superuser, '--auth=trust', '--encoding=UTF8', '--no-sync'];
    await runOrThrow(...inOrder('initdb', initdb), { ...options, timeoutMs });
    const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const logFile = join(parent, 'postgres.log');
    const isUp = async () => accepts(postgres, port);
    const start = inOrder('postgres', ['-D', folder, '-p', String(port), ...set]);
    const { close } = await startRunning(...start, { ...options, logFile, isUp });
    return {
      port,
      env: {
        DB_TYPE: 'postgresdb',
        DB_POSTGRESDB_HOST: '127.0.0.1',
        DB_POSTGRESDB_PORT: String(port),
        DB_POSTGRESDB_DATABASE: 'postgres',
        DB_POSTGRESDB_USER: superuser,
      },
      close: async () => {
        await close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

interface User {
  uid: number;
  gid: number;
}

/** The user that Debian's package brings, where we are root. */
function serverUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function asUser({ uid, gid }: User): string[] {
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
}

function accepts(postgres: string, port: number): boolean {
  return spawnSync(join(postgres, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)]).status === 0;
}
