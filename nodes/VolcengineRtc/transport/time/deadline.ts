import type { Clock } from './clock';
import { untilAborted } from './untilAborted';

/** A task that did not end in time. */
export class DeadlineError extends Error {
  readonly code = 'ETIMEDOUT';
}

/** An abort without a reason makes one each time, with a stack trace. */
const hasEnded = new Error('The task has ended');

/**
 * Runs a task up to a deadline. n8n's HTTP helper has a timeout of its own, but it ends with the head of an answer, and
 * some calls never end: an answer that upgrades the connection, a credential that is looked up elsewhere.
 *
 * @param task gets a signal that aborts when its result is no longer wanted
 * @param message of the error where the task does not end in time
 * @throws DeadlineError, the reason of `cancelled`, or what the task throws
 */
export async function withDeadline<T>(
  task: (givenUp: AbortSignal) => Promise<T>,
  { ms, clock, cancelled, message }: { ms: number; clock: Clock; cancelled?: AbortSignal; message: string },
): Promise<T> {
  const ended = new AbortController();
  const givenUp = new AbortController();
  const deadline = clock.sleep(ms, ended.signal).then(() => {
    throw new DeadlineError(message);
  });
  let isDone = false;
  try {
    const result = await untilAborted(Promise.race([task(givenUp.signal), deadline]), cancelled);
    isDone = true;
    return result;
  } finally {
    if (!isDone) givenUp.abort(hasEnded);
    ended.abort(hasEnded);
  }
}
