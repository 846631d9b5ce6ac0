import { keyPairs } from '../service/keyPairs';
import type { Sighting } from '../service/service';
import type { SimulatedRequest } from '../simulation/fleet';
import type { Lists } from './lists';
import type { Worker } from './n8n/worker';
import type { Outcome } from './outcomes';

/** A request as the service saw it, and who sent it; its time is since the first one, its `process` is the list. */
export interface FleetRequest extends SimulatedRequest {
  /** The name of the worker whose execution registered the list in the end. */
  worker?: string;
  /** The number of the account's key. */
  key: number;
}

/** What the service has seen of a run. */
export interface Seen {
  requests: FleetRequest[];
  /** When the first one arrived, on the clock of the machine. */
  firstAt: number;
}

export interface Context {
  lists: Lists;
  outcomes: readonly Outcome[];
  workers: readonly Worker[];
}

/** Finds out for every request whose it was. */
export function seen(sightings: readonly Sighting[], { lists, outcomes, workers }: Context): Seen {
  const listOf = new Map(lists.flatMap((ids, list) => ids.map((id) => [id, list] as const)));
  const workerOf = new Map(
    outcomes.map(({ list, execution }) => [
      list,
      workers.find((worker) => worker.executions().includes(execution))?.name,
    ]),
  );
  const firstAt = sightings[0]?.at ?? 0;
  const requests = sightings.map(({ at, status, userId, accessKeyId }) => {
    const list = listOf.get(userId ?? '') ?? -1;
    return {
      atMs: at - firstAt,
      process: list,
      isThrottled: status === 429,
      worker: workerOf.get(list),
      key: keyPairs.findIndex((keyPair) => keyPair.accessKeyId === accessKeyId),
    };
  });
  return { requests, firstAt };
}
