import { endpointFor } from '../../../credentials/account';
import type { Arguments } from './readArguments';
import type { Session } from './client/Session';
import type { Question } from './asking/question';
import { broadcasts } from './questions/broadcasts';
import { burstSize } from './questions/burst';

/** What a probe is going to do, for the person who is to say yes. */
export function planWords(
  { keys, users }: Session,
  { broadcast, report }: Arguments,
  questions: readonly Question[],
  mostRequests: number,
): string {
  const { appId, region } = keys;
  const sent = broadcast
    ? `${broadcasts.length} broadcasts of the 20 that a day allows, to a tag that only a test user has`
    : 'no broadcast (--broadcast would)';
  return `This asks the real service what its documentation leaves open, about the app ${appId}
at ${endpointFor({ ...keys })}, region ${region}.

It sends
  - at most ${mostRequests} requests one after the other, about three a second, and ${burstSize} at once to see what is
    answered above the limit: for a second, others of the account may be refused;
  - some with a wrong key, a wrong signature and a clock that is off, to see how they are refused;
  - ${sent}.

It registers up to ${users.pool.length} users with ids from ${users.pool[0]}
to ${users.pool.at(-1)}, once the service says that nobody has them, and the id 0 if nobody has it.
It changes those alone, and unregisters them at the end.

It writes what it finds to ${report}, without the keys.

It asks:
${questions.map(({ asks }) => `  - ${asks}`).join('\n')}
`;
}
