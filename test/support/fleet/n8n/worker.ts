/* eslint-disable @n8n/community-nodes/require-node-api-error -- the tests run outside n8n */
import { freePort, type InstanceOptions, prepareInstance, type Running, startN8n } from '../../n8n';

/** An n8n process that works on executions of the queue. */
export interface Worker extends Pick<Running, 'close' | 'kill'> {
  name: string;
  /** The ids of the executions that it has begun. */
  executions(): string[];
}

/** @param concurrency executions that it works on at once */
export async function startWorker(
  name: string,
  concurrency: number,
  options: InstanceOptions,
): Promise<Worker> {
  const port = await freePort();
  const health = {
    QUEUE_HEALTH_CHECK_ACTIVE: 'true',
    QUEUE_HEALTH_CHECK_PORT: String(port),
    N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
  };
  const instance = await prepareInstance({ ...options, env: { ...options.env, ...health } });
  const args = ['worker', `--concurrency=${concurrency}`];
  try {
    const running = await startN8n(instance, args, `http://127.0.0.1:${port}/healthz/readiness`);
    let log: string | undefined;
    const endBy = (way: () => Promise<void>) => async () => {
      await way();
      log ??= running.log();
      instance.remove();
    };
    return {
      name,
      executions: () => executionsIn(log ?? running.log()),
      close: endBy(running.close),
      kill: endBy(running.kill),
    };
  } catch (error) {
    instance.remove();
    throw error;
  }
}

/** A worker's log names each execution that it begins. */
export function executionsIn(log: string): string[] {
  return [...log.matchAll(/started execution (\d+)/g)].map(([, id]) => id ?? '');
}
