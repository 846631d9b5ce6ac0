import { machineNow } from '../../service/machineNow';
import type { SimulatedRequest } from '../../simulation/fleet';
import { measure, secondsUntilUsed } from '../../simulation/measures';
import { limit, workerCount } from '../conditions';
import type { Figure } from '../figures';
import type { FleetRequest } from '../seen';
import { simulated } from '../simulated';
import { until } from '../../n8n';
import type { Fleet } from '../n8n/fleet';
import type { Worker } from '../n8n/worker';
import type { Ended, Run, Stage } from '../stage';

/** Four more than are worked on at once: some wait for the worker that joins. */
const lists = Array.from({ length: 12 }, (_, list) => list);
const requestsBeforeTheKill = 700;
const enough = 0.9;
const scenario = 'Coming and going';

/** What happened when, in seconds since the first request. */
export interface Events {
  killedAt: number;
  /** When n8n had given up the executions of the killed worker. */
  givenUpAt: number;
  /** When the first request of the worker that joined arrived. */
  joinedAt: number;
}

/** An execution of the killed worker. */
export interface Lost {
  id: string;
  list: number;
  /** What n8n made of it at first. */
  status: string;
}

export interface ComingAndGoing {
  ended: Ended;
  events: Events;
  lost: Lost[];
  killed: string;
  joined: string;
  figures: Record<'takenUp' | 'letIn' | 'registered', Figure>;
}

/**
 * One worker is killed in the middle; the lists whose executions n8n gives up are registered again; and when the others
 * have taken up the rate, another worker joins.
 */
export async function comingAndGoing({ fleet, begin }: Stage): Promise<ComingAndGoing> {
  const run = await begin({ name: 'coming', lists, options: { existingUsers: 'succeed' } });
  await until('the run is in its middle', async () => (await run.arrived()) >= requestsBeforeTheKill);
  const victim = fleet.workers.at(-1)!;
  const killedAt = machineNow();
  await victim.kill();
  const left = await runningOn(victim, fleet, run);
  const lost: Lost[] = [];
  await until('n8n has given up what the killed worker left', async () => {
    const executions = await run.executions();
    for (const one of left.filter(({ id }) => !lost.some((known) => known.id === id))) {
      const { status } = executions.find(({ id }) => id === one.id)!;
      if (status !== 'running') lost.push({ ...one, status });
    }
    return lost.length === left.length;
  });
  await Promise.all(lost.map(async ({ list }) => await run.trigger(list)));
  const givenUpAt = machineNow();
  await until(
    'the others have taken up the rate',
    async () => (await run.carriedOutLately()) >= enough * limit,
  );
  const joiner = await fleet.join();
  const seen = await run.ended();
  const since = (at: number) => (at - seen.firstAt) / 1000;
  const ended = { ...seen, requests: withKilled(seen.requests, victim.name, since(killedAt), left) };
  const first = ended.requests.find(({ worker }) => worker === joiner.name);
  const events = {
    killedAt: since(killedAt),
    givenUpAt: since(givenUpAt),
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

/** The executions that a worker had begun and not ended, and their lists. */
async function runningOn(worker: Worker, fleet: Fleet, run: Run): Promise<Array<Pick<Lost, 'id' | 'list'>>> {
  const executions = await run.executions();
  const running = executions.filter(
    ({ id, status }) => status === 'running' && worker.executions().includes(id),
  );
  return await Promise.all(
    running.map(async ({ id }) => ({ id, list: Number(await fleet.queryOf(id, 'list')) })),
  );
}

/** The requests for lists that were registered again: the first ones were those of the killed worker. */
function withKilled(
  requests: readonly FleetRequest[],
  worker: string,
  killedAt: number,
  left: ReadonlyArray<Pick<Lost, 'list'>>,
): FleetRequest[] {
  const isItsOwn = ({ process, atMs }: FleetRequest) =>
    atMs < (killedAt + 1) * 1000 && left.some(({ list }) => list === process);
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
