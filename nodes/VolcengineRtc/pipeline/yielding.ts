import type { Clock } from '../transport/clock';

/** How long our code may keep n8n's event loop to itself. */
const longestTurnMs = 10;

/** Gives a function that lets the event loop run whenever our turn has become too long. */
export function yielding(clock: Clock): () => Promise<void> {
  let turnStart = clock.now();
  return async () => {
    if (clock.now() - turnStart < longestTurnMs) return;
    await clock.sleep(0);
    turnStart = clock.now();
  };
}
