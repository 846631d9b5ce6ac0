import type { Clock } from '../transport/time/clock';

/** How long our code may keep n8n's event loop to itself. */
const longestTurnMs = 5;

/** Lets the event loop run where our turn has become too long. Undefined, and nothing to wait for, where it has not. */
export type YieldToEventLoop = () => Promise<void> | undefined;

/**
 * Gives a function that looks at the clock, and may be called for every item of a long list.
 *
 * A timer that falls due while other promises of ours still work fires at once, in the same turn of the loop. The
 * one asked for after it has nothing left to wait for but the loop.
 */
export function eventLoopYielder(clock: Clock): YieldToEventLoop {
  let turnStart = clock.now();
  const letRun = async () => {
    await clock.sleep(0);
    await clock.sleep(0);
    turnStart = clock.now();
  };
  return () => (clock.now() - turnStart < longestTurnMs ? undefined : letRun());
}
