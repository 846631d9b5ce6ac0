import fc from 'fast-check';
import { checkLaws } from './checkLaws';
import { play } from './play';
import { scripts } from './script';
import { type ThemeName, themes } from './themes';

/** Plays random scripts of a theme. @throws fast-check's report of the smallest script that breaks a law */
export async function keepLaws(theme: ThemeName, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(scripts(themes[theme]), async (script) => checkLaws(await play(script))),
    { numRuns },
  );
}
