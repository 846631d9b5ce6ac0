import type { Refusal } from './refusals';

/** A user that one request leaves out: at a place of the request, for a reason. */
export interface UserFault {
  /** Place in the request, counted round it. */
  at: number;
  code: string;
  /** The user is named a second time, with this code. */
  again?: string;
  /** Registers the user all the same; only where both codes say that the service failed. */
  applies: boolean;
}

/** An error of Node.js. */
export interface NetworkError {
  code?: string;
  syscall?: string;
  message: string;
}

/** What a connection fails with, and whether the service cannot have seen the request. */
export interface ConnectionError extends NetworkError {
  /** What axios keeps of the request: no socket where no connection stood. */
  request?: { socket: { secureConnecting: boolean } | null };
  /** One for each address of a host, where it has several. */
  errors?: NetworkError[];
  isBefore: boolean;
}

/** How long the service asks to wait, in which form, and how far its clock is ahead. */
export interface RetryAfter {
  seconds: number;
  form: 'seconds' | 'imf' | 'asctime' | 'rfc850';
  clockAheadMs: number;
}

/** What goes wrong inside the service or on the way. */
export type Trouble =
  | { kind: 'none' }
  /** Some users fail. */
  | { kind: 'users'; users: readonly UserFault[]; isDoubled: boolean }
  /** The whole request fails, with words. Only a failing service may have carried it out before. */
  | { kind: 'refusal'; refusal: Refusal; applies: boolean; retryAfter?: RetryAfter }
  /** An answer that is none, by its name in the table. */
  | { kind: 'garbage'; garbage: string; applies: boolean }
  /** The connection breaks, or never stood. */
  | { kind: 'connection'; error: ConnectionError; applies: boolean }
  /** The call never ends by itself: the connection was upgraded, or the credential's look-up hangs. */
  | { kind: 'hang'; applies: boolean }
  /** The answer breaks off in the middle, with an error or with silence. */
  | { kind: 'brokenBody'; code: string | undefined; applies: boolean }
  | { kind: 'stalledBody'; applies: boolean }
  /** A page of a proxy that breaks off: its status still says that the request was refused. */
  | { kind: 'brokenPage'; status: number }
  /** The request cannot leave: it cannot be signed, or the certificate is not trusted. */
  | { kind: 'unsendable'; code: string | undefined };

/**
 * What happens to one request.
 *
 * A modelling assumption: a service that answers with a refusal (throttled, refused, not allowed) has done
 * nothing to any user; only after a failure of its own, a broken connection or garbage may it have done its work.
 */
export interface Fault {
  trouble: Trouble;
  /** From the request to the answer; beyond the timeout, the answer comes too late. */
  delayMs: number;
  /** Whether the service does its work just before it answers, rather than at once. */
  isLate: boolean;
  /** Pieces that the body comes in. */
  pieces: number;
  /** From the head of the answer to the end of its body. */
  bodyMs: number;
}

export const noFault: Fault = { trouble: { kind: 'none' }, delayMs: 20, isLate: false, pieces: 1, bodyMs: 0 };
