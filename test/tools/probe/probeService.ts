import { askAll, type Answered } from './askAll';
import type { Question } from './asking/question';
import type { Session } from './client/Session';
import { unregisterAll } from './unregisterAll';

/** What came of a probe. */
export interface Probed {
  answers: Answered[];
  /** Why it broke off, if it did. */
  brokenOff?: string;
  /** How many ids were asked to be registered. */
  touched: number;
  /** The ids that are registered still, or may be. */
  left: string[];
}

/**
 * Asks the questions, and unregisters the test users whatever happened.
 * @param waitMs the pause before unregistering is tried again
 * @param say takes a line for the person
 */
export async function probeService(
  session: Session,
  questions: readonly Question[],
  waitMs: number,
  say: (line: string) => void,
): Promise<Probed> {
  const answers: Answered[] = [];
  const onAnswer = (answered: Answered) => {
    answers.push(answered);
    say(`${answers.length}/${questions.length} ${answered.asks}\n      ${answered.answer}`);
  };
  const failed = (error: Error) => `The probe failed: ${error.message}`;
  const brokenOff = await askAll(session, questions, onAnswer).catch(failed);
  const { touched } = session.users;
  if (brokenOff !== undefined) say(`\nThe probe breaks off. ${brokenOff}`);
  if (touched.size > 0) say('\nUnregistering the test users …');
  const left = await unregisterAll(session, waitMs);
  return { answers, left, touched: touched.size, ...(brokenOff !== undefined && { brokenOff }) };
}
