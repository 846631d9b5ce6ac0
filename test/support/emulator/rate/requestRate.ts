import { checkLimit, SlidingWindow } from './slidingWindow';

/** Limits of all actions: one number, what the page of each allows, or numbers by the actions' names. */
export type RequestsPerSecond = number | 'documented' | Readonly<Record<string, number>>;

/** An action, as far as its rate goes. */
interface LimitedAction {
  name: string;
  /** What its page allows an account; undefined where it says nothing. */
  requestsPerSecond?: number;
}

/** Limits the requests of each account to each action. */
export class RequestRate {
  private readonly windows = new Map<string, SlidingWindow>();
  private limits: RequestsPerSecond | undefined;

  /** @throws RangeError when a limit is not a whole number of at least 1. */
  constructor(limits?: RequestsPerSecond) {
    this.setLimit(limits);
  }

  /**
   * Changes the limits; what was admitted before still counts. `undefined` lifts them.
   * @throws RangeError when a limit is not a whole number of at least 1.
   */
  setLimit(limits: RequestsPerSecond | undefined): void {
    const numbers = typeof limits === 'object' ? Object.values(limits) : [limits];
    numbers.filter((limit) => typeof limit === 'number').forEach(checkLimit);
    this.limits = limits;
  }

  /** How many requests were refused so far. */
  get refused(): number {
    return [...this.windows.values()].reduce((sum, { refused }) => sum + refused, 0);
  }

  /** Admits a request at a monotonic time in milliseconds, or refuses it; a refused one does not count. */
  admit(accountId: string, action: LimitedAction, at: number): boolean {
    const window = this.windows.get(action.name) ?? new SlidingWindow();
    this.windows.set(action.name, window);
    window.setLimit(this.limitOf(action));
    return window.admit(accountId, at);
  }

  private limitOf({ name, requestsPerSecond }: LimitedAction): number | undefined {
    if (typeof this.limits === 'object') return this.limits[name];
    return this.limits === 'documented' ? requestsPerSecond : this.limits;
  }
}
