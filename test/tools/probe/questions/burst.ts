import type { Question } from '../asking/question';
import { newUsers, wireUser } from '../asking/register';
import type { Exchange } from '../client/Client';
import { outcomeWords } from '../client/verdict';

/** RegisterUsers allows an account 50 a second: https://www.volcengine.com/docs/6348/1125993 */
export const burstSize = 60;

/** How often something is said of the requests, the first of them by its number. */
function countEach(exchanges: readonly Exchange[]): string {
  const kinds = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const kind = kindOf(exchange);
    kinds.set(kind, [...(kinds.get(kind) ?? []), exchange]);
  }
  return [...kinds].map(([kind, { length }]) => `${length} × ${kind}`).join('; ');
}

function kindOf(exchange: Exchange): string {
  const { retryAfter, error } = exchange;
  const codeN = error?.codeN === undefined ? '' : `, CodeN ${error.codeN}`;
  return `${outcomeWords(exchange)}${codeN}${retryAfter === undefined ? '' : `, Retry-After: ${retryAfter}`}`;
}

/** Registers a user that is registered, over and over, which changes nothing but what its update would. */
export const burst: Question = {
  asks: `What is answered above the limit (${burstSize} requests of RegisterUsers at once; 50 a second are allowed)?`,
  async ask(session) {
    const [id] = (await newUsers(session, 1)) as [string];
    await session.wait();
    const body = session.bodyOf({ Users: [wireUser({ id })] });
    const exchanges = await session.burst({ action: 'RegisterUsers', body }, burstSize);
    const tookMs = Math.max(...exchanges.map((exchange) => exchange.tookMs));
    const seconds = await session.wait();
    const after = outcomeWords(await session.callAsIs({ action: 'RegisterUsers', body }));
    return `${countEach(exchanges)}; all answered within ${tookMs} ms. ${seconds} s later: ${after}.`;
  },
};
