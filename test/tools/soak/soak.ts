/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a command of its own, outside n8n */
import { lawCount } from '../../support/faults/checkLaws';
import { keepLaws } from '../../support/faults/keepLaws';
import { type ThemeName, themes } from '../../support/faults/themes';

/** Scripts to play altogether; about a thousand a second. */
const runs = Number(process.env.SOAK_RUNS ?? 200_000);
const names = Object.keys(themes) as ThemeName[];
const runsOfRound = Math.min(1000, Math.ceil(runs / names.length));

/** Plays random fault scripts of all themes, round after round, until it has played enough or a law is broken. */
async function main(): Promise<void> {
  const startedAt = performance.now();
  const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1);
  let played = 0;
  while (played < runs) {
    for (const name of names) await keepLaws(name, runsOfRound);
    played += runsOfRound * names.length;
    process.stdout.write(`${played} scripts, ${seconds()} s\n`);
  }
  process.stdout.write(`All ${lawCount} laws held in ${played} scripts, in ${seconds()} s.\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
