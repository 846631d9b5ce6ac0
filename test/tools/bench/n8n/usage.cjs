// Loaded by every Node.js process of a run (NODE_OPTIONS): notes what the process has used in a file of its own. It
// does so every now and then, as some are killed at the end.
const childProcess = require('node:child_process');
const { appendFileSync } = require('node:fs');
const { join } = require('node:path');

const { BENCH_USAGE_FOLDER: folder, NODE_OPTIONS } = process.env;
const isGuard = process.argv[1]?.endsWith('guard.mjs') ?? false;
const everyMs = 1000;

function note() {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMiB: maxRSS / 1024 };
  appendFileSync(join(folder, String(process.pid)), `${JSON.stringify(usage)}\n`);
}

/** n8n gives the process that runs Code nodes an environment of its own; it has to be counted as well. */
function countChildren() {
  const { spawn } = childProcess;
  childProcess.spawn = (command, args, options) =>
    spawn(command, args, {
      ...options,
      env: { ...(options?.env ?? process.env), BENCH_USAGE_FOLDER: folder, NODE_OPTIONS },
    });
}

if (folder !== undefined && !isGuard) {
  countChildren();
  setInterval(note, everyMs).unref();
  process.on('exit', note);
}
