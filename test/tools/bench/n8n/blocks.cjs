// Loaded by the processes of a run (NODE_OPTIONS): notes when the event loop was kept from a timer, and for how long.
const { appendFileSync, mkdirSync } = require('node:fs');
const { join } = require('node:path');

const folder = `${process.env.BENCH_USAGE_FOLDER}-blocks`;
const everyMs = 5;
/** Timers are late by a few milliseconds on any machine. */
const leastMs = 10;

/** The clock that all processes of the machine share; see machineNow.ts. */
const now = () => Number(process.hrtime.bigint()) / 1e6;

mkdirSync(folder, { recursive: true });
let firedAt = now();
setInterval(() => {
  const at = now();
  const lateMs = at - firedAt - everyMs;
  firedAt = at;
  if (lateMs >= leastMs)
    appendFileSync(join(folder, String(process.pid)), `${JSON.stringify([at, lateMs])}\n`);
}, everyMs).unref();
