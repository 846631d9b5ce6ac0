import type { StopReason } from '../stopReason';

interface App {
  ended: AbortController;
  signal: AbortSignal;
  reason?: StopReason;
}

/** What stops a run, or the users of one app, and the signals that end what still waits. */
export class StopSignals {
  /** Why the run has stopped; undefined while it goes on. */
  reason?: StopReason;

  /** Why the first app ended that did. */
  firstAppReason?: StopReason;

  private readonly run = new AbortController();

  private readonly apps = new Map<string, App>();

  /**
   * @param cancelled aborts when the execution is cancelled
   * @param hasOneApp whether all users are of one app, so that the run ends with it
   */
  constructor(
    private readonly cancelled: AbortSignal | undefined,
    private readonly hasOneApp: boolean,
  ) {}

  /** Aborts when the run has stopped; nothing is sent from then on. */
  get stopped(): AbortSignal {
    return this.run.signal;
  }

  /** Aborts when users of this app are not to be sent any more, for whatever reason. */
  signalFor(appId: string): AbortSignal {
    return this.appOf(appId).signal;
  }

  /** Why users of this app are not sent any more; undefined while they are. */
  reasonFor(appId: string): StopReason | undefined {
    return this.reason ?? this.apps.get(appId)?.reason;
  }

  /** Whether every app that has come up has ended. */
  get haveAllAppsEnded(): boolean {
    return this.apps.size > 0 && [...this.apps.values()].every(({ reason }) => reason !== undefined);
  }

  /** Stops the run, for the first reason that comes up. */
  readonly stopRun = (reason: StopReason): void => {
    this.reason ??= reason;
    this.run.abort();
  };

  /** Ends the users of one app, and the run where it has no other. */
  readonly endApp = (appId: string, reason: StopReason): void => {
    if (this.hasOneApp) {
      this.stopRun(reason);
      return;
    }
    const app = this.appOf(appId);
    app.reason ??= { ...reason, appId };
    this.firstAppReason ??= app.reason;
    app.ended.abort();
  };

  private appOf(appId: string): App {
    const known = this.apps.get(appId);
    if (known !== undefined) return known;
    const ended = new AbortController();
    const signals = [
      this.run.signal,
      ended.signal,
      ...(this.cancelled === undefined ? [] : [this.cancelled]),
    ];
    const app: App = { ended, signal: AbortSignal.any(signals) };
    this.apps.set(appId, app);
    return app;
  }
}
