import { StopSignals } from './StopSignals';

/** A run under way: whether it goes on, and what it has sent. */
export class RunState {
  /** Requests that were sent, retries and halves among them. */
  requests = 0;

  retries = 0;

  readonly stops: StopSignals;

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
}
