import { RateLimiter } from '../../../nodes/VolcengineRtc/transport/limiter/RateLimiter';
import { VirtualClock } from '../time/virtualClock';

/** A send that wants its turn. */
export interface Call {
  /** When it comes, in milliseconds. */
  atMs: number;
  maxPerSecond: number;
  /** Whose turn it takes; by default that of an execution of its own. */
  execution?: object;
  /** When it gives up, unless it has had its turn. */
  abortMs?: number;
}

/** A call that had its turn, or gave up. */
export interface Turn extends Call {
  /** Place among the calls. */
  index: number;
  endMs: number;
  isAborted: boolean;
}

/** A limiter of an action with so many requests a second, and the clock that it goes by. */
export function limiterAt0(latenessMs?: () => number, limit = 50): [VirtualClock, RateLimiter] {
  const clock = new VirtualClock(latenessMs);
  return [clock, new RateLimiter(clock, limit)];
}

/**
 * Lets calls come at their times; tells what became of each, in the order in which it happened. Every send is answered
 * at once.
 */
export async function turnsOf(
  clock: VirtualClock,
  limiter: RateLimiter,
  calls: readonly Call[],
  untilMs?: number,
): Promise<Turn[]> {
  const turns: Turn[] = [];
  calls.forEach((call, index) => {
    const controller = new AbortController();
    const end = (isAborted: boolean) => turns.push({ ...call, index, endMs: clock.now(), isAborted });
    clock.at(call.atMs, () => {
      limiter.acquire(call.execution ?? {}, call.maxPerSecond, controller.signal).then(
        (place) => {
          place.ended({ throttled: false });
          end(false);
        },
        () => end(true),
      );
    });
    if (call.abortMs !== undefined) clock.at(call.abortMs, () => controller.abort(new Error('cancelled')));
  });
  await clock.run(untilMs);
  return turns;
}

/** A number of calls that all come at once. */
export function crowd(count: number, maxPerSecond: number): Call[] {
  return Array.from({ length: count }, () => ({ atMs: 0, maxPerSecond }));
}

/** The times of the calls that had their turn. */
export function sendTimes(turns: readonly Turn[]): number[] {
  return turns.filter(({ isAborted }) => !isAborted).map(({ endMs }) => endMs);
}

/** The most that happened in any window of one second; `times` are in order. */
export function mostInOneSecond(times: readonly number[]): number {
  const counts = times.map(
    (start, first) => times.filter((time, i) => i >= first && time < start + 1000).length,
  );
  return Math.max(0, ...counts);
}
