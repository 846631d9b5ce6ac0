import type { Batch } from './batches';
import type { Outcomes } from './Outcomes';
import type { FatalError, Settlement } from './settleBatch';

/** A run under way: what it has found out, and whether it goes on. */
export class Run {
  /** What no user can get past; set once it is known. */
  fatal?: FatalError;

  /** Requests that were built, and those that were sent again. */
  requests = 0;

  retries = 0;

  private readonly stop = new AbortController();

  /** Aborts when the execution is cancelled and when the run stops by itself. */
  readonly signal: AbortSignal;

  constructor(
    readonly outcomes: Outcomes,
    private readonly cancelled: AbortSignal | undefined,
  ) {
    this.signal = AbortSignal.any([this.stop.signal, ...(cancelled === undefined ? [] : [cancelled])]);
  }

  /** Runs a task for a batch; once the run has stopped, batches that still wait for their turn stay unsettled. */
  async settle(batch: Batch, task: () => Promise<Settlement>): Promise<void> {
    await task().then(
      (settlement) => this.record(batch, settlement),
      (reason) => this.leave(reason),
    );
  }

  private leave(reason: unknown): void {
    if (this.fatal === undefined || this.cancelled?.aborted === true) throw reason;
  }

  private record({ entries }: Batch, { outcomes, fatal }: Settlement): void {
    this.requests += 1;
    entries.forEach(({ itemIndex }, position) => {
      const outcome = outcomes[position];
      if (outcome !== undefined) this.outcomes.settle(itemIndex, outcome);
    });
    if (fatal === undefined) return;
    this.fatal ??= fatal;
    this.stop.abort();
  }
}
