import type { Session } from '../client/Session';

/** One thing that nobody knows of the service. */
export interface Question {
  /** In words, as the report has it. */
  asks: string;
  /** Whether nothing else may be asked before it has an answer. */
  mustBeAnswered?: boolean;
  /**
   * Sends the requests and says what their replies mean.
   * @throws Unclear, BrokenOff
   */
  ask(session: Session): Promise<string>;
}
