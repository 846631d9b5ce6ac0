import type { Question } from './asking/question';
import { readKeys } from './readKeys';
import { Session } from './client/Session';
import { agrees } from './agrees';
import { planWords } from './planWords';
import { probeService } from './probeService';
import { beforehand, questionsFor } from './questions';
import { readArguments, usage } from './readArguments';
import { endingWords } from './report/endingWords';
import { saveReport } from './report/saveReport';

/** What a command has around it. */
export interface Surroundings {
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Where a yes comes from. */
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  /** Takes text for the person. */
  write: (text: string) => void;
  /** Ends the questions; the users are unregistered all the same. */
  stop: AbortSignal;
  /** Called before the first request. */
  onAgreement?: () => void;
}

/** Three requests a second are far below every limit (50 and 100 a second). */
export const usualPace = { paceMs: 300, waitMs: 2000 };

/** The most requests, without the burst and what unregisters the users. */
const mostRequests = 150;

/**
 * Runs the command.
 * @param questions those to ask; all of them by default
 * @returns its exit code: 0 if everything was asked and every test user is unregistered
 */
export async function runCommand(
  { args, env, input, write, stop, onAgreement }: Surroundings,
  pace = usualPace,
  questions?: readonly Question[],
): Promise<number> {
  const given = readArguments(args);
  if ('problem' in given) return refusal(write, `${given.problem}\nUsage: ${usage}`);
  const keys = readKeys(env);
  if ('problem' in keys) return refusal(write, keys.problem);
  const asked = [...beforehand, ...(questions ?? questionsFor(given))];
  const session = new Session(keys, { ...pace, mostRequests, stop });
  const say = (line: string) => write(session.secrets.mask(`${line}\n`));
  say(planWords(session, given, asked, mostRequests));
  if (!given.yes && !(await agrees(input, write))) {
    return refusal(write, 'Nothing was sent. Answer yes, or pass --yes.');
  }
  onAgreement?.();
  const began = new Date();
  // What cannot be written is found out before anything is sent.
  saveReport(given, session, began);
  const probed = await probeService(session, asked, pace.waitMs, say);
  saveReport(given, session, began, probed);
  say(`\n${endingWords(probed)}\nThe report is in ${given.report}.`);
  return probed.brokenOff === undefined && probed.left.length === 0 ? 0 : 1;
}

function refusal(write: Surroundings['write'], why: string): number {
  write(`${why}\n`);
  return 1;
}
