import type { Question } from './asking/question';
import { BrokenOff, Unclear } from './client/problems';
import type { Session } from './client/Session';

/** A question with what was found, and the numbers of the requests that it took. */
export interface Answered {
  asks: string;
  answer: string;
  /** The first and the last one; undefined where there is none. */
  requests?: readonly [first: number, last: number];
}

/** So many questions in a row without an answer mean that the service, or the way to it, is down. */
const mostUnclearInRow = 3;

/**
 * Asks one question after the other.
 * @param onAnswer is told of each answer, also of one that the probe breaks off at
 * @returns why it broke off; undefined where it asked them all
 */
export async function askAll(
  session: Session,
  questions: readonly Question[],
  onAnswer: (answered: Answered) => void,
): Promise<string | undefined> {
  let unclearInRow = 0;
  for (const question of questions) {
    const before = session.client.exchanges.length;
    const found = await answerTo(question, session);
    const after = session.client.exchanges.length;
    const requests = after > before ? ([before + 1, after] as const) : undefined;
    onAnswer({ asks: question.asks, answer: found.answer, ...(requests && { requests }) });
    if (found.end !== undefined) return found.end;
    if (found.isUnclear && question.mustBeAnswered) return 'What had to be known first found no answer.';
    unclearInRow = found.isUnclear ? unclearInRow + 1 : 0;
    if (unclearInRow === mostUnclearInRow) return `${mostUnclearInRow} questions in a row found no answer.`;
  }
  return undefined;
}

interface Found {
  answer: string;
  isUnclear?: boolean;
  /** Why no more can be asked. */
  end?: string;
}

async function answerTo(question: Question, session: Session): Promise<Found> {
  try {
    return { answer: await question.ask(session) };
  } catch (error) {
    if (error instanceof Unclear) return { answer: `Unclear: ${error.message}.`, isUnclear: true };
    if (error instanceof BrokenOff) return { answer: `Not answered. ${error.message}`, end: error.message };
    // A mistake of a question: the others may do.
    return { answer: `Unclear: the probe failed (${(error as Error).message}).`, isUnclear: true };
  }
}
