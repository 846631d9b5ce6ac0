import type { INodeProperties } from 'n8n-workflow';
import type { Meaning } from '../transport/meanings';
import type { RowResult, RowResults } from '../transport/send';
import type { Reading } from '../values/reading';
import type { RequestMember } from './requestMember';
import type { Rows } from './rows';
import type { Schema } from './schema';

/** What an operation calls what becomes of users. */
export interface Words {
  /** Those on Success, as in "12 registered". */
  done: string;
  /** Those of them that this run has processed, as in "12 users newly registered". */
  doneNow: string;
  /** Those that were as wanted before, as in "3 already registered"; left out where there are none. */
  doneBefore?: string;
  /** One of them, as in "12 users newly registered". */
  one: 'user' | 'broadcast';
  /** Begins the message of a failed one for an AI agent. */
  notDone: string;
}

/** What operations are about. */
export interface Resource {
  /** Value of the node's parameter `resource`. */
  name: string;
  displayName: string;
}

/** An API action as facts: what it takes, how much of it at once, and what its result says of each row. */
export interface Operation {
  /** What it is about; the first choice in the editor. */
  resource: Resource;
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
   * The service's limits: rows in a request, and requests a second for a whole account. `replyBytes` is many times the
   * size of any reply; more is not read, so that no reply can block n8n or fill its memory.
   */
  limits: { rowsPerRequest: number; requestsPerSecond: number; replyBytes: number };
  /** Members that all rows of a request share; the first is the app's id. Items that differ in one are sent apart. */
  request: readonly [RequestMember, ...RequestMember[]];
  /** Members of every request, as JSON text. */
  constants?: Readonly<Record<string, string>>;
  /** Members of every request that come from options, which are read for the first item. */
  optionMembers?: readonly OptionMember[];
  /** The list of a request, one row for each item; left out where each item is a request of its own. */
  rows?: Rows;
  /**
   * Whether an attempt of unknown fate may be repeated: a read leaves nothing to doubt, a change that is repeated leads
   * to the same, and what works `once` is never sent again.
   */
  effect: 'reads' | 'repeatable' | 'once';
  /** The error that says that a user is as wanted already, and what follows. */
  alreadySo?: {
    meaning: Meaning;
    /** The node's option that decides on the output of such users. */
    option?: AlreadySoOption;
    /** What is done with such users instead: an operation whose columns are the first ones of this. */
    then?: Operation;
  };
  /** What error codes mean for this action, where it is something else than for the others. */
  meanings?: Readonly<Record<string, Meaning>>;
  /** The node's option that says how many items may be sent. */
  mostItems?: MostItemsOption;
  /** What an outcome on Success says besides: the members of the data that `readResult` and `unnamed` give. */
  data?: Readonly<Record<string, Schema>>;
  /** Reads a result: what it says of each row that it names. */
  readResult(result: unknown): RowResults | undefined;
  /** What a row is that the result does not name. Undefined where that is no answer: the row is asked for again. */
  unnamed: RowResult | undefined;
}

/** A member of a request that comes from an option. */
export interface OptionMember {
  /** The API's name of the member. */
  id: string;
  field: INodeProperties;
  /** Reads the option; undefined where it was never opened. */
  read(value: unknown): Reading;
}

/** An option that guards against sending to more than was meant. */
export interface MostItemsOption {
  field: INodeProperties & { default: number };
  /** Code of the error where there are more. */
  code: string;
}

/** The option of the node that sends users who are as wanted already to Failed, the default, or to Success. */
export interface AlreadySoOption {
  name: string;
  displayName: string;
  description: string;
  /** What each of its values means. */
  fail: string;
  succeed: string;
}
