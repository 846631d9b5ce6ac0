import { StopSignals } from './StopSignals';

/** Shared, since an abort without a reason creates an error with a stack trace each time. */
const hasEnded = new Error('The run has ended');

/** A run under way: whether it goes on, and what it has sent. */
export class RunState {
  /** Requests that were sent, including retries and halves. */
  requests = 0;

  retries = 0;

  readonly stops: StopSignals;

  private readonly end = new AbortController();

  /**
   * @param cancelled aborts when the execution is cancelled
   * @param hasOneApp whether all users are of one app, so that the run ends with it
   */
  constructor(
    readonly cancelled: AbortSignal | undefined,
    hasOneApp: boolean,
  ) {
    this.stops = new StopSignals(cancelled, hasOneApp);
  }

  /** Aborts when the run has ended, for whatever reason. */
  get ended(): AbortSignal {
    return this.end.signal;
  }

  /** Ends the timers beside the run. */
  close(): void {
    this.end.abort(hasEnded);
  }
}
