/** The callbacks to call when a signal aborts, behind one listener: Node 20 warns of a leak beyond ten. */
class Waiters {
  private static readonly bySignal = new WeakMap<AbortSignal, Waiters>();

  private readonly giveUps = new Set<() => void>();

  private constructor(private readonly signal: AbortSignal) {}

  static of(signal: AbortSignal): Waiters {
    const known = Waiters.bySignal.get(signal);
    if (known !== undefined) return known;
    const waiters = new Waiters(signal);
    Waiters.bySignal.set(signal, waiters);
    return waiters;
  }

  add(giveUp: () => void): void {
    if (this.giveUps.size === 0) this.signal.addEventListener('abort', this.abort);
    this.giveUps.add(giveUp);
  }

  delete(giveUp: () => void): void {
    this.giveUps.delete(giveUp);
    if (this.giveUps.size === 0) this.signal.removeEventListener('abort', this.abort);
  }

  private readonly abort = (): void => this.giveUps.forEach((giveUp) => giveUp());
}

/**
 * A promise that gives up when a signal aborts.
 *
 * @throws the signal's reason, or what the promise throws
 */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return await promise;
  return await new Promise<T>((resolve, reject) => {
    const giveUp = () => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    const waiters = Waiters.of(signal);
    waiters.add(giveUp);
    const ended =
      <Value>(settle: (value: Value) => void) =>
      (value: Value) => {
        waiters.delete(giveUp);
        settle(value);
      };
    promise.then(ended(resolve), ended(reject));
  });
}
