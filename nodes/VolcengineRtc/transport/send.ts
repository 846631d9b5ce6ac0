import type { RateLimiter } from './RateLimiter';

/** A call of an API action. */
export interface ApiRequest {
  action: string;
  /** Version of the API, a date. */
  version: string;
  /** JSON text. */
  body: string;
}

/** What a call came to; expected failures are values. */
export type Reply =
  /** The service answered as documented, with its status, its error if it refused the request, and its result. */
  | {
      kind: 'answered';
      httpStatus: number;
      requestId?: string;
      error?: ApiError;
      /** `Result` with every integer beyond 2^53-1 as text of digits. */
      result?: unknown;
    }
  /** An answer that is not one of this API: HTML, cut off, of a wrong shape. */
  | { kind: 'unreadable'; httpStatus: number; reason: string }
  /** No answer came; whether the service has seen the request is not known. */
  | { kind: 'unreachable'; code: string; message: string }
  /** It never left: it could not be signed. */
  | { kind: 'unsent'; message: string };

/** `ResponseMetadata.Error`. */
export interface ApiError {
  /** Name of the error, such as `InvalidParam`; a gateway's number where it has no name. */
  code: string;
  message: string;
}

/** Sends a call. Policies wrap one `Send` in another. */
export type Send = (request: ApiRequest, signal?: AbortSignal) => Promise<Reply>;

/** Lets each send take its turn at the shared limiter first. */
export function withRateLimit(send: Send, limiter: RateLimiter, maxPerSecond: number): Send {
  return async (request, signal) => {
    await limiter.acquire(maxPerSecond, signal);
    return await send(request, signal);
  };
}
