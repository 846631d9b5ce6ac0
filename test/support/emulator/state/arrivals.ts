/** One request that reached the emulator whole, and what became of it. */
export interface Arrival {
  /** Monotonic milliseconds of the emulator's clock, when the last byte of the request was there. */
  at: number;
  action: string;
  method: string;
  /** The raw request target: path and query. */
  path: string;
  /** Names in lower case; empty when bodies are not kept. */
  headers: Readonly<Record<string, string>>;
  /** The raw body as text; absent when bodies are not kept. */
  body?: string;
  /** The body of the answer, as it was to go out; absent when bodies are not kept. */
  answer?: string | Buffer;
  accessKeyId?: string;
  /** Only for requests whose signature was found right. */
  accountId?: string;
  appId?: number;
  /** The ids that the body names, as text, as far as it could be read. */
  userIds: readonly string[];
  /** HTTP status of the answer; 0 when the connection was reset or got raw bytes instead. */
  status: number;
  /** The error code of the whole request, if any. */
  code?: string;
  /** Whether the action was carried out, whatever the client was told. */
  applied: boolean;
  requestId: string;
}

/**
 * The largest number of arrivals, by their times in order, in any window of the given length. The window is half open: two arrivals
 * exactly `windowMs` apart are not in one window.
 */
export function mostInAnyWindow(arrivalsAt: readonly number[], windowMs: number): number {
  let most = 0;
  let first = 0;
  for (let last = 0; last < arrivalsAt.length; last += 1) {
    while (arrivalsAt[last]! - arrivalsAt[first]! >= windowMs) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
