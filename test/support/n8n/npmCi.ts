/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the harness runs outside n8n */
import { npmFailure } from '../setup/npmFailure';
import { npmScript } from '../setup/npmScript';
import { run } from './run';

const timeoutMs = 30 * 60_000;

/** Installs what the lock file in a folder asks for. */
export async function npmCi(folder: string): Promise<void> {
  const options = { cwd: folder, env: process.env, timeoutMs };
  const { exitCode, stdout, stderr } = await run(process.execPath, [npmScript(), 'ci'], options);
  if (exitCode !== 0) throw new Error(npmFailure(exitCode, `${stdout}\n${stderr}`));
}
