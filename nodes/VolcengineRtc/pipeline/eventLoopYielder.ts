import type { Clock } from '../transport/time/clock';

/** How long our code may keep n8n's event loop to itself. */
const longestTurnMs = 5;

/**
 * Gives a function that lets the event loop run whenever our turn has become too long.
 *
 * A timer that falls due while other promises of ours still work fires at once, in the same turn of the loop. The
 * one asked for after it has nothing left to wait for but the loop.
 */
export function eventLoopYielder(clock: Clock): () => Promise<void> {
  let turnStart = clock.now();
  return async () => {
    if (clock.now() - turnStart < longestTurnMs) return;
    await clock.sleep(0);
    await clock.sleep(0);
    turnStart = clock.now();
  };
}
