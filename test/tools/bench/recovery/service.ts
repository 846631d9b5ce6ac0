/* eslint-disable @n8n/community-nodes/no-restricted-imports -- waits, outside n8n */
import { setTimeout } from 'node:timers/promises';
import { type Emulator, startEmulator } from '../../../support/emulator';
import { nodeParameters } from '../../../support/engine/nodeParameters';
import { nodeUnderTest, startWorkflow } from '../../../support/engine/runWorkflow';
import { savedCredential } from '../account';
import { VolcengineRtc } from '../built';

/** Whether a service rejects a request: the `index`-th, so many seconds after the service began. */
export type Rejects = (request: { index: number; second: number }) => boolean;

/** A service with the API's limit, and n8n's engine, which registers users there. */
export interface Service {
  /** Registers so many users that are new, with default options, and gives the seconds that it took. */
  register(users: number): Promise<number>;
  /** Waits until so many milliseconds have passed since the service began. */
  until(ms: number): Promise<void>;
  /** What has arrived, in milliseconds since the service began. */
  requests(): Array<{ atMs: number; isThrottled: boolean }>;
}

/**
 * Does something at a service that answers after 100 ms, give or take 20, and rejects some requests besides.
 *
 * @param retryAfter seconds that a rejection asks for
 */
export async function atService(
  rejects: Rejects,
  work: (service: Service) => Promise<number>,
  retryAfter?: number,
): Promise<number> {
  const began = performance.now();
  const headers = retryAfter === undefined ? undefined : { 'Retry-After': String(retryAfter) };
  const emulator = await startEmulator({
    requestsPerSecond: 50,
    latencyMs: () => 80 + 40 * Math.random(),
    keepBodies: false,
    faults: ({ index }) =>
      rejects({ index, second: (performance.now() - began) / 1000 })
        ? { code: 'FlowLimitExceeded', headers }
        : undefined,
  });
  let lastUser = 0;
  const service: Service = {
    async register(users) {
      const rows = Array.from({ length: users }, () => ({ UserId: String((lastUser += 1)) }));
      const startsAt = performance.now();
      const registered = await register(emulator, rows);
      if (registered < users) throw new Error(`${users - registered} users failed`);
      return (performance.now() - startsAt) / 1000;
    },
    until: async (ms) => await setTimeout(ms - (performance.now() - began)),
    requests: () =>
      emulator.arrivals.map(({ at, status }) => ({ atMs: at - began, isThrottled: status === 429 })),
  };
  try {
    return await work(service);
  } finally {
    await emulator.close();
  }
}

/** How many of some users are registered by the node on n8n's engine. */
async function register(emulator: Emulator, rows: Array<{ UserId: string }>): Promise<number> {
  const parameters = nodeParameters();
  const workflow = { type: new VolcengineRtc(), parameters, credential: savedCredential(emulator.url) };
  const items = rows.map((json) => ({ json }));
  const { data } = await startWorkflow(workflow, items).ended;
  return data.resultData.runData[nodeUnderTest]?.[0]?.data?.main?.[0]?.length ?? 0;
}
