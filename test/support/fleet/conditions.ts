/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the tests run outside n8n */
/** Requests a second that the service accepts from the account. */
export const limit = 50;

/** What the service takes to answer; the simulation goes by the same. */
export const latency = { latencyMs: 100, jitterMs: 20 };

export const workerCount = Number(process.env.FLEET_WORKERS || 2);

/** As many as make the same number for each worker. */
export const executionsAtOnce = 8;

/** The lists of those executions. */
export const listsAtOnce = Array.from({ length: executionsAtOnce }, (_, list) => list);
