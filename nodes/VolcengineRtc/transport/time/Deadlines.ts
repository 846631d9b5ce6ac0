import { type Explanation, ExplainedError } from '../explanation';
import type { Clock } from './clock';
import { untilAborted } from './untilAborted';

/** A task that did not end in time. */
export class DeadlineError extends ExplainedError {
  readonly code = 'ETIMEDOUT';
}

interface Deadline {
  at: number;
  miss(): void;
}

/** Shared, since an abort without a reason creates an error with a stack trace each time. */
const hasEnded = new Error('The task has ended');

/**
 * Gives up tasks that take too long. n8n's HTTP helper has a timeout of its own, but it ends with the head of an answer,
 * and some calls never end: an answer that upgrades the connection, a credential that is looked up elsewhere.
 *
 * Each task has the same time, so they fall due in the order in which they begin, and one timer at a time serves
 * them all. A timer for each costs about as much as signing its request (`npm run bench requests`).
 */
export class Deadlines {
  /** Of the tasks under way, the earliest first. */
  private readonly deadlines = new Set<Deadline>();

  private isWatching = false;

  /**
   * @param ms how long a task may take
   * @param ended aborts when no task is under way any more, and none will begin
   */
  constructor(
    private readonly clock: Clock,
    private readonly ms: number,
    private readonly ended: AbortSignal,
  ) {}

  /**
   * Runs a task up to its deadline.
   *
   * @param task gets a signal that aborts when its result is no longer wanted
   * @param explanation what the error says where the task does not end in time
   * @param cancelled aborts when the execution is cancelled
   * @throws DeadlineError, the reason of `cancelled`, or what the task throws
   */
  async meet<T>(
    task: (givenUp: AbortSignal) => Promise<T>,
    explanation: Explanation,
    cancelled?: AbortSignal,
  ): Promise<T> {
    const givenUp = new AbortController();
    const deadline: Deadline = { at: this.clock.now() + this.ms, miss: () => {} };
    this.deadlines.add(deadline);
    if (!this.isWatching) void this.watch();
    let isDone = false;
    try {
      const inTime = new Promise<T>((resolve, reject) => {
        deadline.miss = () => reject(new DeadlineError(explanation));
        task(givenUp.signal).then(resolve, reject);
      });
      const result = await untilAborted(inTime, cancelled);
      isDone = true;
      return result;
    } finally {
      this.deadlines.delete(deadline);
      if (!isDone) givenUp.abort(hasEnded);
    }
  }

  private async watch(): Promise<void> {
    this.isWatching = true;
    // A timer may fire a little early: what it was set for is due all the same.
    let now = this.clock.now();
    for (let next = this.earliest; next !== undefined && !this.ended.aborted; next = this.earliest) {
      await this.clock.sleep(next.at - now, this.ended).catch(() => undefined);
      now = Math.max(this.clock.now(), next.at);
      this.missUntil(now);
    }
    this.isWatching = false;
  }

  private get earliest(): Deadline | undefined {
    return this.deadlines.values().next().value;
  }

  private missUntil(now: number): void {
    for (const deadline of this.deadlines) {
      if (deadline.at > now) return;
      this.deadlines.delete(deadline);
      deadline.miss();
    }
  }
}
