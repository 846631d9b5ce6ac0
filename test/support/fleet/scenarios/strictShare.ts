import { mostInAnyWindow } from '../../emulator/state/arrivals';
import { measure } from '../../simulation/measures';
import { limit, listsAtOnce, workerCount } from '../conditions';
import type { Figure } from '../figures';
import { sharingOf } from '../sharing';
import { simulated } from '../simulated';
import type { Ended, Stage } from '../stage';

const scenario = 'Strict shares';

/** Eight executions at once, each worker with an equal share of the limit for certain. */
export async function strictShare(
  stage: Stage,
): Promise<{ ended: Ended; figures: Record<'breaches' | 'most' | 'used' | 'registered', Figure> }> {
  const share = limit / workerCount;
  const options = { maxRequestsPerSecond: share };
  const run = await stage.begin({ name: 'strict', lists: listsAtOnce, options });
  const ended = await run.ended();
  const { used, ...window } = sharingOf(ended.requests);
  const times = ended.requests.map(({ atMs }) => atMs);
  const conditions = { processes: workerCount, seconds: window.toSeconds, share };
  const figures = {
    registered: {
      scenario,
      what: 'Users registered',
      aim: '40,000',
      fleet: ended.registered.length,
      unit: '',
    },
    breaches: { scenario, what: 'Requests above the limit', aim: '0', fleet: ended.breaches, unit: '' },
    most: {
      scenario,
      what: 'Most requests in any second',
      aim: 'at most 50',
      fleet: mostInAnyWindow(times, 1000),
      simulation: await simulated(conditions, (requests) =>
        mostInAnyWindow(
          requests.map(({ atMs }) => atMs),
          1000,
        ),
      ),
      unit: '',
    },
    used: {
      scenario,
      what: 'Limit used, from 5 s on',
      aim: '–',
      fleet: used,
      simulation: await simulated(
        conditions,
        (requests) => measure(requests, { ...window, limit }).utilisation,
      ),
      unit: '%',
    },
  } as const;
  return { ended, figures };
}
