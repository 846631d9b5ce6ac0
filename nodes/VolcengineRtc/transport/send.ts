import type { IDataObject } from 'n8n-workflow';
import type { Meaning } from './meanings';

/** A call of an API action. */
export interface ApiRequest {
  action: string;
  /** Version of the API, a date. */
  version: string;
  /** JSON text. */
  body: string;
  /** What error codes mean for this call, where it is something else than for others. */
  meanings?: Readonly<Record<string, Meaning>>;
  /** What a `Result` says of the rows that it names, if it is one of this call. */
  readResult(result: unknown): RowResults | InvalidResult;
}

/** What went wrong, in the service's own words or in those of the network. */
export interface ApiError {
  meaning: Meaning;
  /** Such as `InvalidParam` or `ECONNRESET`; undefined where none is named. */
  code?: string;
  /** For people: without control characters, and short; empty where no words came. */
  message: string;
  /** How to solve it, where that is known here. */
  description?: string;
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

/** What a result says of one row: it failed, or it has been processed, with what the service returns for it. */
export type RowResult = { error: ApiError } | { data?: IDataObject };

/** What a result says of the rows that it names, by id. */
export type RowResults = ReadonlyMap<string, RowResult>;

/** Why a result cannot be one of its call, in words that go on after "The answer could not be understood:". */
export interface InvalidResult {
  problem: string;
}

/** What a call came to; expected failures are values. */
export type Reply =
  /** The service has processed the request, and says so much of its rows. */
  | ({ kind: 'result'; rows: RowResults } & ReplyInfo)
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
