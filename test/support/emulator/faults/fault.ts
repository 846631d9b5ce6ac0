/** Why a user is refused: a code, or a code with a message of its own. */
export type Rejection = string | { code: string; message: string };

/**
 * What goes wrong with one request. A fault with a `code`, an `error`, a `body`, `raw` bytes or a `status` of 400 and
 * above takes the place of the action, which is then not carried out unless `applyFirst` says so. The other members only
 * change how the answer travels.
 */
export interface Fault {
  /** HTTP status; without it the documented one of `code`, or 200 for a raw `body`. */
  status?: number;
  /** `ResponseMetadata.Error.Code`; without it the gateway's usual code for `status`. */
  code?: string;
  /** `ResponseMetadata.Error.CodeN`; without it the documented number of `code`, if there is one. */
  codeN?: number;
  message?: string;
  /** `ResponseMetadata.Error` as it is, of any shape; null for none at all. */
  error?: object | null;
  /** `ResponseMetadata.RequestId` in place of the request's own. */
  requestId?: string;
  /** Milliseconds to wait before answering or resetting, on top of the latency. */
  delayMs?: number;
  /** Milliseconds between the head of the answer and its body. */
  bodyDelayMs?: number;
  /** Added to the answer's headers, such as `Retry-After`. */
  headers?: Record<string, string>;
  /** Resets the connection instead of answering. `beforeApplying` comes even before the signature is looked at. */
  reset?: 'beforeApplying' | 'afterApplying';
  /** Carries the action out and then lies about it with `status`, `code` or `body`. */
  applyFirst?: boolean;
  /** Announces the whole answer, sends half of it and drops the connection. */
  cutOff?: boolean;
  /** Sent raw in place of the JSON answer; `text/html` when it starts with `<`, else `application/json`. */
  body?: string | Buffer;
  /** Written to the connection in place of an HTTP answer; the connection stays open. */
  raw?: string;
  /** Appended to `Result.FailedInfos` as they are (any shape, lossless numbers and bigints allowed). */
  failedInfos?: unknown[];
  /** Says all of `Result.FailedInfos` twice. */
  repeatFailedInfos?: boolean;
  /** Users refused in this request only, by id; they land in `FailedInfos` and are left as they are. */
  rejectUsers?: Record<string, Rejection>;
}

/** What a scripted fault can look at. */
export interface FaultRequest {
  /** Requests since the faults were set, from 0. */
  index: number;
  action: string;
  /**
   * 1 for the first request with this action, this list of users and whatever concerns all of them (the app, tags, a
   * message), 2 for the next one, and so on.
   */
  attempt: number;
  appId?: number;
  userIds: readonly string[];
}

/** One fault a request, in order of arrival (undefined: none), or a function that decides. */
export type Faults = ReadonlyArray<Fault | undefined> | ((request: FaultRequest) => Fault | undefined);

/** Whether a fault answers in place of the action. */
export function takesPlaceOfAction(fault: Fault | undefined): fault is Fault {
  const { status = 200, code, error, body, raw } = fault ?? {};
  return status >= 400 || [code, error, body, raw].some((given) => given !== undefined);
}
