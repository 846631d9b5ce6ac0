import type { Clock } from './time/clock';
import { consequenceOf } from './meanings';
import type { Reply } from './send';
import { untilAborted } from './time/untilAborted';

/** After so many requests in a row without an answer of the service, the cause is not a single request. */
const mostInARow = 10;

/** How long one request at a time goes out before the run gives up. */
const patienceMs = 5000;

/** Pause between two such requests: a proxy that starts again should not be hit as fast as the limit allows. */
const pauseMs = 500;

/** Shared, since an abort without a reason creates an error with a stack trace each time. */
const isOpen = new Error('One request goes out at a time');

/** A reply that did not come from the service. */
export type Unreached = Extract<Reply, { kind: 'failure' }>;

/**
 * Notices that the service is not reached: a proxy or gateway answers in its place, or no connection stands. After ten
 * such replies in a row one request goes out at a time, until the service answers again or five seconds have passed.
 *
 * This is the state "half open" of a circuit breaker; there is no state in which nothing is sent.
 *
 * @see https://martinfowler.com/bliki/CircuitBreaker.html
 */
export class CircuitBreaker {
  private inARow = 0;

  /** The last page of a proxy or gateway; undefined while no connection has stood. */
  private lastPage: Unreached | undefined;

  /** Since when one request goes out at a time; undefined while all may. */
  private openSince: number | undefined;

  private isProbing = false;

  private nextProbeAt = -Infinity;

  private readonly waiting = new Set<() => void>();

  private opening = new AbortController();

  /** Signals of calls that are called back when one request at a time is to go out. */
  private callBacks = new WeakMap<AbortSignal, AbortSignal>();

  /**
   * @param giveUp called when the five seconds have passed, with what answered in place of the service, or with the
   * failure to connect where nothing did; calls that still wait end with their signals
   */
  constructor(
    private readonly clock: Clock,
    private readonly giveUp: (last: Unreached) => void,
  ) {}

  /**
   * Resolves when a request may go out, or is no longer wanted.
   *
   * @returns whether it is the only one, so that `endProbe` has to be called when it has ended
   */
  async turn(signal: AbortSignal): Promise<boolean> {
    while (this.openSince !== undefined && this.isProbing && !signal.aborted) await this.change(signal);
    if (this.openSince === undefined || signal.aborted) {
      // Its turn may have come in the tick in which it was given up.
      if (!this.isProbing) this.wakeNext();
      return false;
    }
    this.isProbing = true;
    const waitMs = Math.max(0, this.nextProbeAt - this.clock.now());
    await this.clock.sleep(waitMs, signal).catch(() => undefined);
    return true;
  }

  /** A signal that aborts with the given one, and when this call has to wait for its turn again. */
  callBack(signal: AbortSignal): AbortSignal {
    const known = this.callBacks.get(signal) ?? AbortSignal.any([signal, this.opening.signal]);
    this.callBacks.set(signal, known);
    return known;
  }

  endProbe(): void {
    this.isProbing = false;
    this.nextProbeAt = this.clock.now() + pauseMs;
    this.wakeNext();
  }

  /** Takes the reply to a request in. */
  note(reply: Reply): void {
    if (reply.kind === 'stopped') return;
    const from = reply.kind === 'result' ? 'service' : consequenceOf(reply.error.meaning).from;
    if (from === 'service' || from === 'throttledService') this.close();
    else if (from === 'elsewhere') this.noteUnreached(reply as Unreached);
  }

  private noteUnreached(reply: Unreached): void {
    this.inARow += 1;
    if (reply.error.meaning !== 'noConnection') this.lastPage = reply;
    if (this.inARow < mostInARow) return;
    const now = this.clock.now();
    this.openSince ??= now;
    this.opening.abort(isOpen);
    if (now - this.openSince >= patienceMs) this.giveUp(this.lastPage ?? reply);
  }

  private close(): void {
    this.inARow = 0;
    this.lastPage = undefined;
    if (this.openSince === undefined) return;
    this.openSince = undefined;
    this.opening = new AbortController();
    this.callBacks = new WeakMap();
    this.waiting.forEach((pass) => pass());
  }

  private wakeNext(): void {
    const [next] = this.waiting;
    next?.();
  }

  private async change(signal: AbortSignal): Promise<void> {
    let pass = () => {};
    const passed = new Promise<void>((resolve) => (pass = resolve));
    this.waiting.add(pass);
    await untilAborted(passed, signal).catch(() => undefined);
    this.waiting.delete(pass);
  }
}
