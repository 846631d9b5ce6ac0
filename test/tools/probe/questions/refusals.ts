import type { Question } from '../asking/question';
import type { Exchange } from '../client/Client';
import { bare, type Session } from '../client/Session';
import type { ProbeRequest } from '../client/request';
import { isRefused, refusalWords } from '../client/verdict';

/** The largest 32-bit integer but one; apps have six digits or so. */
const nobodysApp = '2147483646';

function refusal(what: string, requestFor: (session: Session) => ProbeRequest): Question {
  return {
    asks: `How is this refused: ${what}?`,
    async ask(session) {
      return `${words(await session.callAsIs(requestFor(session)))}.`;
    },
  };
}

function words(reply: Exchange): string {
  if (!isRefused(reply)) return `Not at all: HTTP ${reply.status}`;
  if (reply.error === undefined) return refusalWords(reply);
  const { codeN } = reply.error;
  return `${refusalWords(reply)}, ${codeN === undefined ? 'no CodeN' : `CodeN ${codeN}`}`;
}

/** A look-up, which changes nothing wherever it is let through. */
function lookingUp(session: Session, change: Partial<ProbeRequest> = {}): ProbeRequest {
  const UserIds = [bare(session.users.unknown)];
  return { action: 'BatchGetUser', body: session.bodyOf({ UserIds }), ...change };
}

/** Minutes, from a tolerance that nobody gives to one that everybody gives. */
const aheads = [60, 16, 14, 10, 6, 4, 2];

const clockAhead: Question = {
  asks: 'How far may the time of a signature be ahead?',
  async ask(session) {
    const tried: string[] = [];
    for (const aheadMinutes of aheads) {
      const reply = await session.callAsIs(lookingUp(session, { aheadMinutes }));
      tried.push(`${aheadMinutes} minutes: ${isRefused(reply) ? `refused (${words(reply)})` : 'accepted'}`);
      if (!isRefused(reply)) break;
    }
    return `${tried.join('; ')}.`;
  },
};

export const refusals: readonly Question[] = [
  refusal('a body that is not JSON', (session) => lookingUp(session, { body: '{"AppId":' })),
  refusal('a body without its list of ids', (session) => lookingUp(session, { body: session.bodyOf({}) })),
  refusal('an empty list of ids', (session) => lookingUp(session, { body: session.bodyOf({ UserIds: [] }) })),
  refusal('a negative id', (session) => lookingUp(session, { body: session.bodyOf({ UserIds: [-1] }) })),
  refusal('an app that does not exist', (session) =>
    lookingUp(session, { body: session.bodyOf({ AppId: bare(nobodysApp), UserIds: [bare('1')] }) }),
  ),
  refusal('an action that does not exist', (session) =>
    lookingUp(session, { action: 'BatchGetUserOfProbe' }),
  ),
  refusal('a version that does not exist', (session) => lookingUp(session, { version: '2000-01-01' })),
  refusal('an unknown access key id', (session) =>
    lookingUp(session, { keys: { accessKeyId: 'AKLTofNobodyProbeOfARefusal' } }),
  ),
  refusal('a wrong secret access key', (session) =>
    lookingUp(session, { keys: { secretAccessKey: 'not the secret' } }),
  ),
  refusal('a session token that is none', (session) =>
    lookingUp(session, { keys: { sessionToken: 'none' } }),
  ),
  clockAhead,
];
