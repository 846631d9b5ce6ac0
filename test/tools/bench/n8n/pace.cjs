// The plainest pacing there is, for the ways that have none of their own: a send every 20 ms by a fixed timetable.
const { setTimeout: sleep } = require('node:timers/promises');

const spacingMs = 20;

/** Calls `send` with each request at its time, and resolves when all calls have ended. */
exports.atAnEvenPace = async (requests, send) => {
  const startedAt = performance.now();
  const calls = [];
  for (const [index, request] of requests.entries()) {
    const waitMs = startedAt + index * spacingMs - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    calls.push(send(request).catch(() => undefined));
  }
  await Promise.all(calls);
};
