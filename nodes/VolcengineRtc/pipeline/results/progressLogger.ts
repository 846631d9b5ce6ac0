import type { Operation } from '../../operations/operation';
import type { Clock } from '../../transport/time/clock';
import type { Outcomes } from './Outcomes';

/** How often a long run logs its progress. */
const everyMs = 10_000;

/**
 * Gives a function to call whenever outcomes have come in: every ten seconds it logs how many there are, how fast it
 * goes, and how long it will take. Numbers only, as logs are read by many.
 *
 * @param itemCount of the whole run
 * @param sent how many requests have been sent, counted on
 */
export function progressLogger(
  { displayName, words }: Operation,
  itemCount: number,
  outcomes: Outcomes,
  sent: { readonly requests: number },
  clock: Clock,
  log: (line: string) => void,
): () => void {
  const startedAt = clock.now();
  let loggedAt = startedAt;
  return () => {
    const now = clock.now();
    if (now - loggedAt < everyMs) return;
    loggedAt = now;
    const { succeeded, failed } = outcomes;
    const seconds = (now - startedAt) / 1000;
    const secondsLeft = ((itemCount - succeeded - failed) * seconds) / (succeeded + failed);
    log(
      `${displayName}: ${succeeded} ${words.done} and ${failed} failed of ${itemCount}, ` +
        `${(sent.requests / seconds).toFixed(1)} requests a second, about ${Math.ceil(secondsLeft)} s left`,
    );
  };
}
