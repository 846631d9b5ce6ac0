import { machineNow } from '../../service/machineNow';
import type { SimulatedRequest } from '../../simulation/fleet';
import { measure, secondsUntilUsed } from '../../simulation/measures';
import { limit, workerCount } from '../conditions';
import type { Figure } from '../figures';
import type { Outcome } from '../outcomes';
import type { FleetRequest } from '../seen';
import { simulated } from '../simulated';
import type { Ended, Stage } from '../stage';
import { until } from '../until';

/** Four more than are worked on at once: some wait for the worker that joins. */
const lists = Array.from({ length: 12 }, (_, list) => list);
const requestsBeforeTheKill = 700;
const enough = 0.9;
const scenario = 'Coming and going';

/** What happened when, in seconds since the first request. */
export interface Events {
  killedAt: number;
  /** When n8n had marked the executions of the killed worker as crashed. */
  markedAt: number;
  /** When the first request of the worker that joined arrived. */
  joinedAt: number;
}

export interface ComingAndGoing {
  ended: Ended;
  events: Events;
  /** The executions that the killed worker left, and what n8n made of them. */
  lost: Array<{ id: string; status: string }>;
  killed: string;
  joined: string;
  figures: Record<'takenUp' | 'letIn' | 'registered', Figure>;
}

/**
 * One worker is killed in the middle; another one joins, as where a supervisor starts a new one; and the executions
 * that n8n marked as crashed are run again.
 */
export async function comingAndGoing({ fleet, begin }: Stage): Promise<ComingAndGoing> {
  const run = await begin({ name: 'coming', lists, options: { existingUsers: 'succeed' } });
  await until('the run is in its middle', async () => (await run.arrived()) >= requestsBeforeTheKill);
  const victim = fleet.workers.at(-1)!;
  const before = new Set((await run.executions()).map(({ id }) => id));
  const killedAt = machineNow();
  await victim.kill();
  const joining = fleet.join();
  const lostOnes = async () => {
    const executions = await run.executions();
    return executions.filter(({ id, status }) => victim.executions().includes(id) && status !== 'success');
  };
  await until('n8n has given up the executions of the killed worker', async () =>
    (await lostOnes()).every(({ status }) => status !== 'running'),
  );
  const markedAt = machineNow();
  const lost = await lostOnes();
  const again = lost.map(async ({ id }) => await fleet.retry(id));
  const joiner = await joining;
  await Promise.all(again);
  const seen = await run.ended();
  const since = (at: number) => (at - seen.firstAt) / 1000;
  const ended = { ...seen, requests: withKilled(seen, victim.name, since(killedAt), before) };
  const first = ended.requests.find(({ worker }) => worker === joiner.name);
  const events = {
    killedAt: since(killedAt),
    markedAt: since(markedAt),
    joinedAt: (first?.atMs ?? Infinity) / 1000,
  };
  const figures = {
    registered: {
      scenario,
      what: 'Users registered',
      aim: '60,000',
      fleet: ended.registered.length,
      unit: '',
    },
    takenUp: await takenUp(ended, events),
    letIn: await letIn(ended, events, joiner.name),
  } as const;
  return { ended, events, lost, killed: victim.name, joined: joiner.name, figures };
}

/** Lists that were run again had been begun by the killed worker. */
function withKilled(
  { requests, outcomes }: Ended,
  worker: string,
  killedAt: number,
  executionsBefore: ReadonlySet<string>,
): FleetRequest[] {
  const isRerun = ({ execution }: Outcome) => !executionsBefore.has(execution);
  const lost = new Set(outcomes.filter(isRerun).map(({ list }) => list));
  const isItsOwn = ({ process, atMs }: FleetRequest) => lost.has(process) && atMs <= killedAt * 1000 + 1000;
  return requests.map((request) => (isItsOwn(request) ? { ...request, worker } : request));
}

/** How long the others took to use what the killed worker left. */
async function takenUp({ requests }: Ended, { killedAt, joinedAt }: Events): Promise<Figure> {
  const alone = requests.filter(({ atMs }) => atMs < joinedAt * 1000);
  const window = { fromSeconds: killedAt, share: enough, limit };
  const conditions = {
    processes: workerCount,
    seconds: killedAt + 60,
    leavesAt: { [workerCount - 1]: killedAt },
  };
  return {
    scenario,
    what: 'From the kill until 90 % of the limit is used again',
    aim: 'seconds',
    fleet: secondsUntilUsed(alone, window) ?? Infinity,
    simulation: await simulated(conditions, (all) => secondsUntilUsed(all, window) ?? Infinity),
    unit: 's',
  };
}

const joinsSeconds = 10;

/** What the worker that joined got of its fair share in its first seconds. */
async function letIn({ requests }: Ended, { joinedAt }: Events, joiner: string): Promise<Figure> {
  const sharers = workerCount;
  const shareOf = (own: readonly SimulatedRequest[], fromSeconds: number) =>
    sharers * measure(own, { fromSeconds, toSeconds: fromSeconds + joinsSeconds, limit }).utilisation;
  const simulatedJoin = 30;
  const conditions = {
    processes: sharers,
    seconds: simulatedJoin + joinsSeconds,
    joinsAt: { [sharers - 1]: simulatedJoin },
  };
  return {
    scenario,
    what: `Of its fair share, in the first ${joinsSeconds} s of a worker that joins`,
    aim: 'let in',
    fleet: shareOf(
      requests.filter(({ worker }) => worker === joiner),
      joinedAt,
    ),
    simulation: await simulated(conditions, (all) =>
      shareOf(
        all.filter(({ process }) => process === sharers - 1),
        simulatedJoin,
      ),
    ),
    unit: '%',
  };
}
