import fc from 'fast-check';
import { checkLaws } from './checkLaws';
import { play } from './play';
import { scripts } from './scripts';
import type { OperationName } from './facts';
import { type ThemeName, themes } from './themes';

/**
 * Plays random scripts of a theme.
 *
 * @param operation any, unless it is given
 * @throws fast-check's report of the smallest script that breaks a law
 */
export async function keepLaws(theme: ThemeName, numRuns: number, operation?: OperationName): Promise<void> {
  await fc.assert(
    fc.asyncProperty(scripts(themes[theme], operation), async (script) => checkLaws(await play(script))),
    { numRuns },
  );
}
