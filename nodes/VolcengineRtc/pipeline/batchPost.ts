import type { Operation } from '../operations/operation';
import type { Send } from '../transport/send';
import type { Attempt, Post } from './attempt';
import { type FatalError, judge, type Rules } from './judge';

/** Sends entries of one app in one request and judges the reply. */
export function batchPost(
  { api, toBody }: Operation,
  send: Send,
  rules: Rules,
  onFatal: (fatal: FatalError) => void,
): Post {
  return async (attempts) => {
    const { appId } = (attempts[0] as Attempt).entry;
    const users = attempts.map(({ entry }) => entry.json);
    const reply = await send({ ...api, body: toBody(appId, users) });
    const { verdicts, fatal } = judge(reply, attempts, rules);
    if (fatal !== undefined) onFatal(fatal);
    return verdicts;
  };
}
