/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/require-node-api-error -- the tests run outside n8n */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startRunning } from '../../n8n';
import type { Programs } from './debian';
import type { DataServer } from './dataServer';

/** Starts a Redis that keeps nothing. */
export async function startRedis({ redis }: Programs): Promise<DataServer> {
  const folder = mkdtempSync(join(tmpdir(), 'fleet-redis-'));
  const port = await freePort();
  const options = { bind: '127.0.0.1', port, dir: folder, save: '', appendonly: 'no' };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const logFile = join(folder, 'redis.log');
    const isUp = async () => await answersPing(port);
    const { close } = await startRunning(redis, args, { cwd: folder, env: process.env, logFile, isUp });
    return {
      port,
      env: { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(port) },
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

async function answersPing(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.on('data', (answer) => {
      socket.destroy();
      resolve(answer.toString().startsWith('+PONG'));
    });
    socket.on('error', () => resolve(false));
  });
}
