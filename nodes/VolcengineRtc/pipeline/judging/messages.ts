import type { Unreached } from '../../transport/CircuitBreaker';
import type { Explanation } from '../../transport/explanation';
import type { Meaning } from '../../transport/meanings';
import type { ApiError, ReplyInfo } from '../../transport/send';
import type { Failure } from '../outcome';
import type { StopReason } from '../stopReason';
import { advice, capitalized, connectionAdvice } from './advice';
import { describeClock } from './describeClock';
import { type Subject, type Terms, termsOf, users } from './terms';

/** The code of an error, that of its HTTP status where the answer names none. */
export function codeOf({ code }: ApiError, { httpStatus }: ReplyInfo): string {
  return code ?? `HTTP${httpStatus}`;
}

/** What happened and, where something can be done, what to do. */
export function describeError(error: ApiError, info: ReplyInfo, subject: Subject = users): Explanation {
  const { meaning, code, message, description } = error;
  const terms = termsOf(subject, meaning);
  const { doubt, again, allAgain } = terms;
  switch (meaning) {
    case 'noAnswer':
      return {
        message: sentences(`No complete answer came${inParentheses(error)}.`, doubt),
        description: `Check the network, then ${again}.`,
      };
    case 'tooLate':
      return {
        message: sentences(`${message}.`, doubt),
        description: `Check the network, or raise 'Timeout', then ${again}.`,
      };
    case 'noConnection':
      return {
        message: `There is no connection to the service${inParentheses(error)}.`,
        description: `${connectionAdvice(code)}, then ${allAgain}.`,
      };
    case 'notVolcengine':
      return { message: describeStranger(info), description: checkWhatIsBetween(terms) };
    case 'foreignPage':
      return {
        message: sentences(describePage(message, info), doubt),
        description: checkWhatIsBetween(terms),
      };
    case 'invalidResult':
      return {
        message: sentences(`The answer could not be understood: ${message}.`, doubt),
        description: `${capitalized(again)}.`,
      };
    case 'unsendable':
      return { message, ...(description !== undefined && { description }) };
    default:
      return describeRefusal(error, info, terms);
  }
}

function sentences(...all: Array<string | undefined>): string {
  return all.filter((sentence) => sentence !== undefined && sentence !== '').join(' ');
}

function checkWhatIsBetween({ allAgain }: Terms): string {
  return `Check the credential's Endpoint, and the proxy or firewall between n8n and Volcengine, then ${allAgain}.`;
}

function describePage(message: string, info: ReplyInfo): string {
  if (message === '') return describeStranger(info);
  return `The answer (HTTP ${info.httpStatus}) is not Volcengine's: ${message}. A proxy or gateway between n8n and Volcengine may have answered.`;
}

/** The network's own words, where there are any. */
function inParentheses({ code, message }: ApiError): string {
  const said = [code, message].filter(Boolean).join(': ');
  return said === '' ? '' : ` (${said})`;
}

function describeRefusal({ meaning, code, message }: ApiError, info: ReplyInfo, terms: Terms): Explanation {
  const known = meaning === 'wrongClock' ? describeClock(info) : adviceFor(meaning, terms);
  const said = message.trim();
  if (known === undefined) return describeUnknownRefusal(code, said, info);
  if (said !== '') return withDetail(known, `Volcengine said: ${said}`);
  // Without a code it is the status alone that says what is wrong.
  return code === undefined
    ? withDetail(known, `The answer (HTTP ${info.httpStatus}) gave no reason.`)
    : known;
}

function adviceFor(meaning: Meaning, terms: Terms): Explanation | undefined {
  const known = advice[meaning];
  return typeof known === 'function' ? known(terms) : known;
}

function withDetail({ message, description }: Explanation, detail: string): Explanation {
  return { message, description: sentences(description, detail) };
}

function describeUnknownRefusal(
  code: string | undefined,
  said: string,
  { httpStatus }: ReplyInfo,
): Explanation {
  if (code !== undefined && said !== '') return { message: `Volcengine refused it with ${code}: ${said}` };
  if (said !== '') return { message: `It was refused: ${said}` };
  // A proxy refuses what is too large as well.
  if (httpStatus === 413) {
    return { message: 'The request is too large (HTTP 413).', description: 'Shorten its fields.' };
  }
  const message =
    code === undefined
      ? `It was refused without a reason (HTTP ${httpStatus}).`
      : `Volcengine refused it with ${code} and gave no reason.`;
  return { message };
}

/** Why a run that does not reach the service was stopped. */
export function unreachedReason(last: Unreached, subject: Subject = users): StopReason {
  const { error, httpStatus } = last;
  if (error.meaning === 'noConnection') {
    return { code: 'NoConnection', ...describeError(error, last, subject) };
  }
  return {
    code: 'NotVolcengine',
    message: describeStranger(last),
    description: checkWhatIsBetween(termsOf(subject, 'notVolcengine')),
    ...(httpStatus !== undefined && { httpStatus }),
  };
}

/** A failure after a request that may have been carried out. */
export function inDoubt(failure: Failure): Failure {
  const message = `${failure.message} An earlier attempt may have succeeded, so the user may have been processed.`;
  return { ...failure, message, kind: 'unavailable', retryable: true };
}

/** Names the proxy or gateway that answered in place of the service, as far as the answer does. */
function describeStranger({ httpStatus, redirectHost, proxyHost }: ReplyInfo): string {
  const leadsTo = redirectHost === undefined ? '' : `, with a redirect to ${redirectHost}`;
  const by = proxyHost === undefined ? 'a proxy or gateway' : `the proxy ${proxyHost}`;
  return `Volcengine did not answer, but ${by} between n8n and Volcengine did (HTTP ${httpStatus}${leadsTo}).`;
}
