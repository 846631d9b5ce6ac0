import fc from 'fast-check';
import { maxPerSecondOf } from '../support/faults/bounds';
import { checkLaws } from '../support/faults/checkLaws';
import { type ActionName, factsOf } from '../support/faults/facts';
import { type Play, playTogether } from '../support/faults/play';
import type { Script } from '../support/faults/script';
import { scripts } from '../support/faults/scripts';

const calm = scripts({ troubles: { none: 8, users: 1, connection: 1, throttling: 1 } });
const cancelled = scripts({ troubles: { none: 1 }, isCancelled: true });

/** The times of all requests of an action, of the plays whose share is no higher than this one. */
function timesWithin(plays: readonly Play[], action: ActionName, share: number): number[] {
  return plays
    .filter(({ script }) => maxPerSecondOf(script, action) <= share)
    .flatMap(({ recorder }) => recorder.sent.filter((sent) => sent.action === action))
    .map(({ startedAt }) => startedAt)
    .sort((a, b) => a - b);
}

async function keepTogether(together: readonly Script[]): Promise<void> {
  const plays = await playTogether(together);
  plays.forEach((played) => checkLaws(played));
  for (const { script } of plays) {
    for (const action of factsOf(script).actions) {
      const share = maxPerSecondOf(script, action);
      const times = timesWithin(plays, action, share);
      times
        .slice(Math.floor(share))
        .forEach((time, at) => expect(time - times[at]!).toBeGreaterThanOrEqual(1000));
    }
  }
}

test('executions that share a key keep its limits together, and each tells the truth', async () => {
  await fc.assert(fc.asyncProperty(fc.tuple(calm, calm, cancelled), keepTogether), { numRuns: 300 });
});

test('executions of one operation share the limiter of its action', async () => {
  const registering = scripts({ troubles: { none: 8, throttling: 1 } }, 'registerUsers');
  await fc.assert(fc.asyncProperty(fc.tuple(registering, registering), keepTogether), { numRuns: 150 });
});
