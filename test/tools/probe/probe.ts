/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a command, outside n8n */
import { runCommand } from './runCommand';

const stop = new AbortController();
const write = (text: string) => void process.stdout.write(text);

/** While requests are under way, nothing but the end of the users' unregistering ends the process. */
function interrupt(): void {
  if (!stop.signal.aborted) write('\nInterrupted.\n');
  stop.abort();
}

async function main(): Promise<void> {
  // A terminal that went away takes no more text; the users are to be unregistered all the same.
  process.stdout.on('error', () => {});
  const { env, stdin: input } = process;
  const args = process.argv.slice(2);
  const onAgreement = () => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
  };
  process.exitCode = await runCommand({ args, env, input, write, stop: stop.signal, onAgreement });
}

main().catch((error: Error) => {
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
});
