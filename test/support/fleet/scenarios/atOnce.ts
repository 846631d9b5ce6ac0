import { measure } from '../../simulation/measures';
import type { SimulatedRequest } from '../../simulation/fleet';
import { limit, listsAtOnce, workerCount } from '../conditions';
import type { Figure } from '../figures';
import { sharingOf } from '../sharing';
import { simulated } from '../simulated';
import type { Ended, RunOptions, Stage } from '../stage';

/** Names a run, and tells how many limiters share the limit in it. */
interface Sharers extends Partial<RunOptions> {
  scenario: string;
  name: string;
  limiters: number;
}

const together: Sharers = { scenario: 'Eight executions', name: 'together', limiters: workerCount };
const withTwoKeys: Sharers = {
  scenario: 'Two keys',
  name: 'two-keys',
  limiters: 2 * workerCount,
  keyOf: (list) => list % 2,
};

/** Eight executions at once, with one key. */
export const atOnce = async (stage: Stage) => await share(stage, together);

/** Eight executions at once, every other one with another key of the account: each key has a limiter of its own. */
export const twoKeys = async (stage: Stage) => await share(stage, withTwoKeys);

async function share(
  stage: Stage,
  { scenario, limiters, ...options }: Sharers,
): Promise<{ ended: Ended; figures: Record<'used' | 'rejected' | 'fairness' | 'registered', Figure> }> {
  const run = await stage.begin({ lists: listsAtOnce, ...options });
  const ended = await run.ended();
  const { used, rejected, fairness, ...window } = sharingOf(ended.requests);
  const conditions = { processes: limiters, seconds: window.toSeconds };
  const settled = (requests: SimulatedRequest[]) => measure(requests, { ...window, limit });
  const figures = {
    registered: {
      scenario,
      what: 'Users registered',
      aim: '40,000',
      fleet: ended.registered.length,
      unit: '',
    },
    used: {
      scenario,
      what: 'Limit used, from 5 s on',
      aim: 'at least 90 %',
      fleet: used,
      simulation: await simulated(conditions, (requests) => settled(requests).utilisation),
      unit: '%',
    },
    rejected: {
      scenario,
      what: 'Requests rejected, from 5 s on',
      aim: 'at most 2 %',
      fleet: rejected,
      simulation: await simulated(conditions, (requests) => settled(requests).throttledShare),
      unit: '%',
    },
    fairness: {
      scenario,
      what: 'Fairness of the executions (Jain)',
      aim: limiters === workerCount ? 'at least 0.9' : '–',
      fleet: fairness,
      simulation: await simulated(conditions, (requests) => settled(requests).fairness),
      unit: '',
    },
  } as const;
  return { ended, figures };
}
