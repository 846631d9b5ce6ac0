import type { Question } from '../asking/question';
import { asObject, asText } from '../client/reply';
import { isRefused, refusalWords } from '../client/verdict';
import type { Keys } from '../client/keys';

/**
 * GetCallerIdentity changes nothing and needs no policy. Keys that STS refuses may do for RTC, so this ends nothing.
 * Source: https://www.volcengine.com/docs/6257/1902650
 */
export const identity: Question = {
  asks: 'Does the service take the keys and the signature of this package (GetCallerIdentity)?',
  async ask(session) {
    const base = addressOf(session.keys);
    const reply = await session.callAsIs({ action: 'GetCallerIdentity', version: '2018-01-01', base });
    const { AccountId, IdentityId } = asObject(reply.result) ?? {};
    for (const id of [AccountId, IdentityId]) session.secrets.add(asText(id));
    return isRefused(reply) ? `No: ${refusalWords(reply)}.` : 'Yes.';
  },
};

/** As the credential's test has it: STS where Volcengine itself is asked, else where all requests go. */
function addressOf({ endpoint }: Keys): string {
  const host = endpoint === '' ? 'rtc.volcengineapi.com' : new URL(endpoint).hostname;
  const domain = /\.(volcengineapi|byteplusapi)\.com$/.exec(host)?.[0];
  return domain === undefined ? '' : `https://sts${domain}`;
}
