import { RateLimiter } from '../../../nodes/VolcengineRtc/transport/limiter/RateLimiter';
import { VirtualClock } from '../time/virtualClock';
import { rejecting, slidingWindow } from './service';
import { wayMs } from './wayMs';

/** n8n processes that share one limit and do not know of each other, all with more to send than they may. */
export interface Fleet {
  processes: number;
  /** Requests a second that the service accepts from all of them. */
  limit: number;
  seconds: number;
  /** From the arrival of a request to its answer. */
  latencyMs: number;
  /** Up to so much longer, at random. */
  jitterMs: number;
  /** The share that each process keeps to; by default the whole limit. */
  share?: number;
  /** When a process stops for good, by its number. */
  leavesAt?: Record<number, number>;
  /** When a process starts, by its number. */
  joinsAt?: Record<number, number>;
  /** When the service rejects everything, in seconds. */
  closed?: { from: number; to: number };
  random(): number;
}

/** One request as the service saw it. */
export interface SimulatedRequest {
  atMs: number;
  process: number;
  isThrottled: boolean;
}

/** Requests that a process has under way at most, as the node does. */
const inFlight = 60;

/** Runs a fleet on a virtual clock, each process with the limiter of the product. */
export async function simulate(fleet: Fleet): Promise<SimulatedRequest[]> {
  const clock = new VirtualClock();
  const requests: SimulatedRequest[] = [];
  const { from, to } = fleet.closed ?? { from: Infinity, to: Infinity };
  const isClosed = (nowMs: number) => nowMs >= from * 1000 && nowMs < to * 1000;
  const accept = rejecting(slidingWindow(fleet.limit), isClosed);
  const endMs = fleet.seconds * 1000;

  const send = async (process: number): Promise<boolean> => {
    await clock.sleep(wayMs(fleet.random));
    const isThrottled = !accept(clock.now());
    requests.push({ atMs: clock.now(), process, isThrottled });
    await clock.sleep(fleet.latencyMs + fleet.random() * fleet.jitterMs);
    return isThrottled;
  };

  const work = async (process: number, limiter: RateLimiter): Promise<void> => {
    const leavesMs = 1000 * (fleet.leavesAt?.[process] ?? Infinity);
    while (clock.now() < endMs) {
      const place = await limiter.acquire(limiter, fleet.share ?? fleet.limit);
      if (clock.now() >= leavesMs) return;
      place.ended({ throttled: await send(process) });
    }
  };

  for (let process = 0; process < fleet.processes; process += 1) {
    const startMs = 1000 * (fleet.joinsAt?.[process] ?? 0) + fleet.random() * 20;
    clock.at(startMs, () => {
      const limiter = new RateLimiter(clock, fleet.limit);
      for (let worker = 0; worker < inFlight; worker += 1) void work(process, limiter);
    });
  }
  await clock.run(endMs);
  return requests;
}
