import type { Answered } from '../askAll';
import type { Exchange } from '../client/Client';

/** What a probe has found. */
export interface Report {
  began: Date;
  region: string;
  /** Where the requests went. */
  endpoint: string;
  answers: readonly Answered[];
  /** Questions with the reasons why they were not asked. */
  notAsked: ReadonlyArray<readonly [question: string, why: string]>;
  /** All requests, in the order of sending. */
  exchanges: readonly Exchange[];
  /** How it ended, in words. */
  ending: string;
}
