import type { Meaning } from './meanings';

/** A call of an API action. */
export interface ApiRequest {
  action: string;
  /** Version of the API, a date. */
  version: string;
  /** JSON text. */
  body: string;
}

/** What went wrong, in the service's own words or in those of the network. */
export interface ApiError {
  meaning: Meaning;
  /** Such as `InvalidParam` or `ECONNRESET`; undefined where none is named. */
  code?: string;
  /** For people: without control characters, and short; empty where no words came. */
  message: string;
}

/** What an answer says about itself. */
export interface ReplyInfo {
  httpStatus?: number;
  requestId?: string;
  /** How long the service asks to wait. */
  retryAfterMs?: number;
  /** How far our clock is ahead of the service's. */
  clockAheadMs?: number;
  /** The host that a redirect names. */
  redirectHost?: string;
  /** The proxy that answered, where it names itself. */
  proxyHost?: string;
}

/** The users that a result names as failed, by id. */
export type UserErrors = ReadonlyMap<string, ApiError>;

/** What a call came to; expected failures are values. */
export type Reply =
  /** The service has processed the request, but for the users named. */
  | ({ kind: 'result'; failed: UserErrors } & ReplyInfo)
  /** The request failed as a whole. */
  | ({ kind: 'failure'; error: ApiError } & ReplyInfo)
  /** It was not sent: the run, or its app, stopped before its turn. */
  | { kind: 'stopped' };

/**
 * Sends a call. Policies wrap one `Send` in another.
 *
 * @param signal aborts when the call is no longer wanted; one that has not been sent then never is
 * @throws only when the execution is cancelled
 */
export type Send = (request: ApiRequest, signal: AbortSignal) => Promise<Reply>;
