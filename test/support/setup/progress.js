const terminalIntervalMs = 1_000;
const logIntervalMs = 15_000;

/**
 * Shows that a long step is alive until `work` settles: one line that counts the seconds in a terminal, and a line
 * every 15 seconds where the output goes to a file or a pipe.
 */
async function withProgress(label, work) {
  const begun = performance.now();
  const isTerminal = process.stdout.isTTY === true;
  const show = (ending) => {
    const text = `${label} … ${Math.round((performance.now() - begun) / 1000)} s${ending}`;
    process.stdout.write(isTerminal ? `\r${text}` : `${text}\n`);
  };
  process.stdout.write(isTerminal ? `${label} …` : `${label} …\n`);
  const timer = setInterval(() => show(''), isTerminal ? terminalIntervalMs : logIntervalMs);
  try {
    const result = await work;
    show(isTerminal ? ', done\n' : ', done');
    return result;
  } catch (error) {
    show(isTerminal ? ', failed\n' : ', failed');
    throw error;
  } finally {
    clearInterval(timer);
  }
}

module.exports = { withProgress };
