import fc from 'fast-check';
import { checkLaws } from '../support/faults/checkLaws';
import { type Play, playTogether } from '../support/faults/play';
import { type Script, scripts } from '../support/faults/script';

const calm = scripts({ troubles: { none: 8, users: 1, connection: 1, throttling: 1 } });
const cancelled = scripts({ troubles: { none: 1 }, isCancelled: true });

/** The times of all requests of the plays whose limit is no higher than this one. */
function timesWithin(plays: readonly Play[], limit: number): number[] {
  const within = plays.filter(({ bounds }) => bounds.maxPerSecond <= limit);
  return within
    .flatMap(({ recorder }) => recorder.sent.map(({ startedAt }) => startedAt))
    .sort((a, b) => a - b);
}

async function keepTogether(together: readonly Script[]): Promise<void> {
  const plays = await playTogether(together);
  plays.forEach((played) => checkLaws(played));
  for (const { bounds } of plays) {
    const times = timesWithin(plays, bounds.maxPerSecond);
    const most = Math.floor(bounds.maxPerSecond);
    times.slice(most).forEach((time, at) => expect(time - times[at]!).toBeGreaterThanOrEqual(1000));
  }
}

test('executions that share a key keep its limit together, and each tells the truth', async () => {
  await fc.assert(fc.asyncProperty(fc.tuple(calm, calm, cancelled), keepTogether), { numRuns: 400 });
});
