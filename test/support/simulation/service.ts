import { SlidingWindow } from '../emulator/rate/slidingWindow';

/** Whether a request that arrives at a time is accepted; times only grow. */
export type Service = (nowMs: number) => boolean;

/** A service that counts the requests that it accepted in the last second; those that it rejects do not count. */
export function slidingWindow(limit: number): Service {
  const window = new SlidingWindow(limit);
  return (nowMs) => window.admit('the account', nowMs);
}

/** A service that rejects some requests for no reason that the sender can know. */
export function rejecting(service: Service, rejects: (nowMs: number, count: number) => boolean): Service {
  let count = 0;
  return (nowMs) => {
    count += 1;
    return !rejects(nowMs, count) && service(nowMs);
  };
}
