import type { FatalError } from './judge';

/** A run under way: what it has sent, and whether it goes on. */
export class Run {
  /** What no user can get past; set once it is known. */
  fatal?: FatalError;

  /** Requests that were sent, retries and halves among them. */
  requests = 0;

  retries = 0;

  private readonly stop = new AbortController();

  /** Aborts when the run stops by itself; nothing is sent from then on. */
  readonly stopped: AbortSignal = this.stop.signal;

  /** @param cancelled aborts when the execution is cancelled */
  constructor(readonly cancelled: AbortSignal | undefined) {}

  /** Why the run has stopped, for what was not sent; empty while it goes on. */
  get stopReason(): string {
    return this.fatal?.message ?? '';
  }

  /** Stops the run, for the first reason that comes up. */
  readonly stopFor = (fatal: FatalError): void => {
    this.fatal ??= fatal;
    this.stop.abort();
  };
}
