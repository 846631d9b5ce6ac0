import { type Emulator, type EmulatorOptions, sampleAccount, startEmulator } from '../emulator';

let keys = 0;

/**
 * An emulator whose account has a key of its own: what a limiter learns about a key stays with it, and would slow later
 * tests down.
 */
export async function startWithOwnKey(
  options: EmulatorOptions = {},
): Promise<{ emulator: Emulator; credential: { accessKeyId: string } }> {
  keys += 1;
  const accessKeyId = `AKLTownkey${keys}`;
  const accounts = [{ ...sampleAccount, accessKeyId }, ...(options.accounts ?? [])];
  return { emulator: await startEmulator({ ...options, accounts }), credential: { accessKeyId } };
}
