import { randomUUID } from 'node:crypto';

/**
 * What turns n8n processes into a fleet, besides the addresses of its servers. How long n8n takes to find a worker
 * lost is shortened, from a minute and a half to seconds, and its search for executions that nobody works on from
 * hours to seconds; nothing else differs from n8n's own defaults.
 */
export function queueMode(): NodeJS.ProcessEnv {
  return {
    EXECUTIONS_MODE: 'queue',
    N8N_ENCRYPTION_KEY: randomUUID(),
    QUEUE_WORKER_LOCK_DURATION: '8000',
    QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
    QUEUE_WORKER_STALLED_INTERVAL: '2000',
    N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '0.05',
  };
}
