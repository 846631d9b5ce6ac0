import { backoffMs } from '../../../nodes/VolcengineRtc/transport/time/backoff';
import { RateLimiter } from '../../../nodes/VolcengineRtc/transport/limiter/RateLimiter';
import { VirtualClock } from '../time/virtualClock';
import type { Service } from './service';
import { wayMs } from './wayMs';

/** A list of users that one execution registers. */
export interface List {
  startsAtMs: number;
  /** Requests that it takes. */
  requests: number;
}

export interface Conditions {
  limit: number;
  service: Service;
  /** What the service asks to wait with each rejection. */
  retryAfterMs?: number;
  random(): number;
}

/** Requests that an execution has under way at most, as the node does. */
const inFlight = 60;

/** After so long a simulation ends, whatever is left. */
const endMs = 600_000;

/**
 * Sends lists from one process, each rejected request again after a pause as the node does.
 *
 * @returns how long each list took, in seconds; Infinity for one that did not come to its end
 */
export async function secondsOf(
  lists: readonly List[],
  { limit, service, retryAfterMs = 0, random }: Conditions,
): Promise<number[]> {
  const clock = new VirtualClock();
  const limiter = new RateLimiter(clock, limit);

  const sendOnce = async (execution: object): Promise<boolean> => {
    const place = await limiter.acquire(execution, limit);
    await clock.sleep(wayMs(random));
    const isAccepted = service(clock.now());
    await clock.sleep(100 + 20 * random());
    place.ended(isAccepted ? { throttled: false } : { throttled: true, retryAfterMs });
    return isAccepted;
  };

  const send = async (execution: object): Promise<void> => {
    for (let failures = 1; !(await sendOnce(execution)); failures += 1) {
      await clock.sleep(backoffMs(failures, retryAfterMs, random()));
    }
  };

  const run = async (list: List): Promise<number> => {
    await new Promise<void>((resolve) => clock.at(list.startsAtMs, resolve));
    let begun = 0;
    const worker = async () => {
      while ((begun += 1) <= list.requests) await send(list);
    };
    await Promise.all(Array.from({ length: Math.min(inFlight, list.requests) }, worker));
    return (clock.now() - list.startsAtMs) / 1000;
  };

  const seconds = lists.map(() => Infinity);
  lists.forEach((list, index) => void run(list).then((took) => (seconds[index] = took)));
  await clock.run(endMs);
  return seconds;
}
