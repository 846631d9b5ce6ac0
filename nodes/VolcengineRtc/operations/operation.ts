import type { UserErrors } from '../transport/send';
import type { Column } from './column';

/** What an operation calls what becomes of users. */
export interface Words {
  /** Those on Success, as in "12 registered". */
  done: string;
  /** Those of them that this run has processed, as in "12 users newly registered". */
  doneNow: string;
  /** Those that were as wanted before, as in "3 already registered". */
  doneBefore: string;
  /** Begins the message of a failed one for an AI agent. */
  notDone: string;
}

/** An API action as facts: what it takes, how much of it at once, and how its result names the users that failed. */
export interface Operation {
  /** Value of the node's parameter `operation`. */
  name: string;
  /** Title Case, for the list of operations. */
  displayName: string;
  /** Sentence case, for the nodes panel. */
  action: string;
  description: string;
  /** What becomes of users, in its own words. */
  words: Words;
  /** The API's name of the action, and its version. */
  api: { action: string; version: string };
  /**
   * The service's limits: users in a request, and requests a second for a whole account. `replyBytes` is many times the
   * size of any reply; more is not read, so that no reply can block n8n or fill its memory.
   */
  limits: { usersPerRequest: number; requestsPerSecond: number; replyBytes: number };
  /** The members of a user; the first is its id. */
  columns: readonly [Column, ...Column[]];
  /** JSON text of a request for an app (an integer in digits) and users (JSON texts). */
  toBody(appId: string, users: readonly string[]): string;
  /**
   * The users that a result names as failed, by id; undefined for a result that is not of this action's shape.
   * Integers beyond 2^53-1 come as text of digits.
   */
  failedUsers(result: unknown): UserErrors | undefined;
}
