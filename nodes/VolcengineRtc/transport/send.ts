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
  | Answer
  /** An answer that is not one of this API: HTML, cut off, of a wrong shape. The request may have been carried out. */
  | { kind: 'unreadable'; httpStatus: number; reason: string }
  /** No answer came. */
  | {
      kind: 'unreachable';
      code: string;
      message: string;
      /** Whether the service may have seen the request all the same. */
      mayHaveArrived: boolean;
    }
  /** It never left, and none will: it cannot be signed, or the endpoint is not to be trusted. */
  | { kind: 'unsendable'; code: string; message: string }
  /** It never left: the run stopped before its turn. */
  | { kind: 'stopped' };

/** The service answered as documented. */
export interface Answer {
  kind: 'answered';
  httpStatus: number;
  requestId?: string;
  /** Set where the request was refused or failed. */
  error?: ApiError;
  /** `Result`, with every integer beyond 2^53-1 as text of digits. */
  result?: unknown;
  /** How long the service asks to wait. */
  retryAfterMs?: number;
  /** How far our clock is ahead of the service's. */
  clockAheadMs?: number;
}

/** `ResponseMetadata.Error`. */
export interface ApiError {
  /** Name of the error, such as `InvalidParam`; undefined where the answer names none. */
  code?: string;
  message: string;
}

/**
 * Sends a call. Policies wrap one `Send` in another.
 *
 * @throws only when the execution is cancelled
 */
export type Send = (request: ApiRequest) => Promise<Reply>;
